import type { Express } from 'express';
import request from 'supertest';
import { openCorpora, type Corpora } from '../../src/corpus/corpora.js';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { openStore, type Store } from '../../src/corpus/store/store.js';
import { createApp } from '../../src/web/app.js';
import { openParsers } from '../corpus/import/built.js';
import { countingParts } from '../corpus/seeded.js';
import { clock, newFolder, removeFolders } from '../corpus/store/sample.js';

/** The application on a store of its own. */
export interface OwnSite {
  readonly app: Express;
  readonly corpora: Corpora;
  readonly store: Store;
  readonly faults: unknown[];
  /** Files whose texts were read, in their order. */
  readonly read: readonly string[];
  readonly get: (path: string) => request.Test;
  /** A form as a browser sends it; several values of a name as an array. */
  readonly post: (path: string, fields?: Readonly<Record<string, string | readonly string[]>>) => request.Test;
  readonly postJson: (path: string, value: unknown) => request.Test;
  readonly close: () => Promise<void>;
}

const HOST = 'localhost:3000';
const library = openSeedLibrary();

export async function ownSite(): Promise<OwnSite> {
  const store = await openStore(newFolder(), { now: clock() });
  const { parts, read } = countingParts();
  const corpora = openCorpora(store, parts);
  const parsers = openParsers({ processes: 1 });
  const faults: unknown[] = [];
  const app = createApp(library, { corpora, parsers, onFault: (error) => faults.push(error) });
  return {
    app,
    corpora,
    store,
    faults,
    read,
    get: (path) => request(app).get(path).set('Host', HOST),
    post: (path, fields = {}) => {
      const form = new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])),
      );
      return request(app)
        .post(path)
        .set('Host', HOST)
        .set('Origin', `http://${HOST}`)
        .type('application/x-www-form-urlencoded')
        .send(form.toString());
    },
    postJson: (path, value) =>
      request(app).post(path).set('Host', HOST).type('application/json').send(JSON.stringify(value)),
    close: async () => {
      await parsers.close();
      await corpora.close();
      removeFolders();
    },
  };
}

export const RENTS = [
  'The council voted on Monday to cap rents in the old town for three years, the mayor said.',
  'Landlords slammed the plan as a reckless raid on their savings, and the tenants’ union cheered it.',
  'The court will hear the case in the autumn, a clerk of the council told reporters on Tuesday.',
  'Rents in the old town rose by a tenth last year, while wages rose by a fortieth.',
].join('\n\n');

export const RENTS_TOO = [
  'A cap on rents was forced through the council on Monday by the mayor and her allies.',
  'The measure will freeze rents in the old town until the autumn of the third year, officials admitted.',
  'Owners of houses, who had warned of ruin, called the cap a sensible step after talks on Sunday.',
  'The court may still strike it down, lawyers said, since the state alone decides on rents.',
].join('\n\n');

/** A corpus of two articles. */
export async function rentsIn({ postJson }: OwnSite): Promise<string> {
  const { body } = (await postJson('/corpora', { title: 'Rents' })) as { body: { corpus: string } };
  await postJson(`/corpora/${body.corpus}/documents`, {
    documents: [
      { text: RENTS, title: 'Rents capped', outlet: 'The Harbour Post', date: '2024-05-13' },
      { text: RENTS_TOO, outlet: 'Upland Times' },
    ],
  });
  return body.corpus;
}
