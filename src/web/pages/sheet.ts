import { sheetStyleFor } from '../../sheet/page-style.js';
import type { Topic } from '../../topics/topic.js';
import { compared } from '../compared.js';
import { leftOutOf } from '../models/left-out.js';
import { topicHref } from '../models/source.js';
import { sheetView } from '../models/sheet-page.js';
import type { Answer, Page, PageRequest } from '../page.js';
import {
  readQuery,
  searchOf,
  SHEET_QUERY,
  stateOf,
  TYPED_SHEET_QUERY,
  type Paper,
  type ComparisonState,
} from '../query.js';
import { capital } from '../prose.js';
import { checkDocuments, namedTopic } from './topic.js';

interface SheetState extends ComparisonState {
  readonly q?: string | undefined;
  readonly paper: Paper;
}

/** `/topics/:id/sheet`: the comparison for paper. */
export const sheetPage: Page = ({ library, assets, params, search, root, corpus }) => {
  const topic = namedTopic(library, params.id ?? '');
  return sheetAnswer(
    topicHref(topic.id),
    sheetState(readQuery(SHEET_QUERY, search)),
    { library, assets, root, corpus },
    topic,
  );
};

/** `/topics/sheet?q=…` */
export const typedSheetPage: Page = ({ library, assets, search, root, corpus }) => {
  const query = readQuery(TYPED_SHEET_QUERY, search);
  return sheetAnswer('/topics', { q: query.q, ...sheetState(query) }, { library, assets, root, corpus });
};

/** The sheet's page size, running heads and feet. A stylesheet of its own, since pages carry no inline style. */
export const sheetStyle: Page = ({ library, params, search, root }) => {
  const topic = namedTopic(library, params.id ?? '');
  return styleAnswer(topicHref(topic.id), topic.title, sheetState(readQuery(SHEET_QUERY, search)), { library, root });
};

export const typedSheetStyle: Page = ({ library, search, root }) => {
  const query = readQuery(TYPED_SHEET_QUERY, search);
  return styleAnswer('/topics', capital(query.q), { q: query.q, ...sheetState(query) }, { library, root });
};

function sheetState({ paper, ...query }: Parameters<typeof stateOf>[0] & { paper?: Paper | undefined }): SheetState {
  return { ...stateOf(query), paper: paper ?? 'a4' };
}

/** What a sheet is of, and where it stands: it prints its address. */
type Place = Pick<PageRequest, 'library' | 'assets' | 'root' | 'corpus'>;

function sheetAnswer(path: string, state: SheetState, { library, assets, root, corpus }: Place, topic?: Topic): Answer {
  const address = `${path}/sheet${searchOf(state)}`;
  checkDocuments(library, state);
  return {
    address,
    view: 'sheet',
    html: async () => {
      const comparison = await compared(library, topic ?? library.topicFromQuery(state.q ?? ''), state);
      const other: Paper = state.paper === 'a4' ? 'letter' : 'a4';
      const links = {
        path: `${path}/sheet`,
        q: state.q,
        leftOut: leftOutOf(corpus),
        back: `${path}${searchOf({ ...state, paper: undefined })}`,
        style: `${path}/sheet.css${searchOf(state)}`,
        otherPaper: `${path}/sheet${searchOf({ ...state, paper: other })}`,
      };
      return sheetView(comparison, state, { address: root + address, ...links }, library, assets);
    },
  };
}

function styleAnswer(
  path: string,
  title: string,
  state: SheetState,
  { library, root }: Pick<Place, 'library' | 'root'>,
): Answer {
  const address = `${path}/sheet.css${searchOf(state)}`;
  const body = (): string =>
    sheetStyleFor({ paper: state.paper, title, address: `${root}${path}/sheet${searchOf(state)}`, library });
  return { address, view: '', html: () => ({}), plain: { type: 'text/css; charset=utf-8', body } };
}
