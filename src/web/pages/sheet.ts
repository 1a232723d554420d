import type { Library } from '../../corpus/library.js';
import { sheetStyleFor } from '../../sheet/page-style.js';
import type { Topic } from '../../topics/topic.js';
import { topicHref } from '../models/source.js';
import { sheetView } from '../models/sheet-page.js';
import type { Answer, Page } from '../page.js';
import {
  readQuery,
  searchOf,
  SHEET_QUERY,
  switchesOf,
  TYPED_SHEET_QUERY,
  type Paper,
  type Switches,
} from '../query.js';
import { capital } from '../prose.js';
import type { Assets } from '../assets.js';
import { namedTopic } from './topic.js';

interface SheetState extends Switches {
  readonly q?: string | undefined;
  readonly paper: Paper;
}

/** `/topics/:id/sheet`: the comparison for paper. */
export const sheetPage: Page = ({ library, assets, params, search }) => {
  const topic = namedTopic(library, params.id ?? '');
  return sheetAnswer(topicHref(topic.id), stateOf(readQuery(SHEET_QUERY, search)), library, assets, topic);
};

/** `/topics/sheet?q=…` */
export const typedSheetPage: Page = ({ library, assets, search }) => {
  const query = readQuery(TYPED_SHEET_QUERY, search);
  return sheetAnswer('/topics', { q: query.q, ...stateOf(query) }, library, assets);
};

/** The sheet's page size, running heads and feet. A stylesheet of its own, since pages carry no inline style. */
export const sheetStyle: Page = ({ library, params, search }) => {
  const topic = namedTopic(library, params.id ?? '');
  return styleAnswer(topicHref(topic.id), topic.title, stateOf(readQuery(SHEET_QUERY, search)), library);
};

export const typedSheetStyle: Page = ({ library, search }) => {
  const query = readQuery(TYPED_SHEET_QUERY, search);
  return styleAnswer('/topics', capital(query.q), { q: query.q, ...stateOf(query) }, library);
};

function stateOf(query: Parameters<typeof switchesOf>[0] & { paper?: Paper | undefined }): SheetState {
  return { ...switchesOf(query), paper: query.paper ?? 'a4' };
}

function sheetAnswer(path: string, state: SheetState, library: Library, assets: Assets, topic?: Topic): Answer {
  const address = `${path}/sheet${searchOf(state)}`;
  return {
    address,
    view: 'sheet',
    html: () => {
      const comparison = topic ? library.compareTopic(topic) : library.compareQuery(state.q ?? '');
      const other: Paper = state.paper === 'a4' ? 'letter' : 'a4';
      const links = {
        back: `${path}${searchOf({ ...state, paper: undefined })}`,
        style: `${path}/sheet.css${searchOf(state)}`,
        otherPaper: `${path}/sheet${searchOf({ ...state, paper: other })}`,
      };
      return sheetView(comparison, state, { address, ...links }, library, assets);
    },
  };
}

function styleAnswer(path: string, title: string, state: SheetState, library: Library): Answer {
  const address = `${path}/sheet.css${searchOf(state)}`;
  const body = (): string =>
    sheetStyleFor({ paper: state.paper, title, address: `${path}/sheet${searchOf(state)}`, library });
  return { address, view: '', html: () => ({}), plain: { type: 'text/css; charset=utf-8', body } };
}
