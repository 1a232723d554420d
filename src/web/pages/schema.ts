import { comparisonJsonSchema } from '../../compare/schema/comparison.js';
import type { Page } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';

/** `/schema/comparison-2.json`: the published form of a comparison. */
export const schemaPage: Page = ({ search }) => {
  readQuery(NO_QUERY, search);
  return {
    address: '/schema/comparison-2.json',
    view: '',
    html: () => ({}),
    plain: {
      type: 'application/schema+json; charset=utf-8',
      body: () => `${JSON.stringify(comparisonJsonSchema(), null, 2)}\n`,
    },
  };
};
