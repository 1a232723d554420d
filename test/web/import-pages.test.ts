import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { zipSync, strToU8 } from 'fflate';
import request from 'supertest';
import { UNCORRECTED } from '../../src/corpus/corrected.js';
import { openDrafts } from '../../src/web/drafts.js';
import { docx, page, pdf, run } from '../corpus/import/files.js';
import { ownSite, RENTS, RENTS_TOO, type OwnSite } from './own.js';

let site: OwnSite;
let corpus: string;

beforeAll(async () => {
  site = await ownSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  corpus = (await site.store.createCorpus('Floods')).answer;
});
afterEach(() => {
  expect(site.faults.splice(0)).toEqual([]);
});

const at = (path: string): string => `/corpora/${corpus}${path}`;
const total = async (): Promise<number> => (await site.store.listDocuments(corpus)).total;

function upload(path: string, files: Readonly<Record<string, string | Uint8Array>>): request.Test {
  const sent = request(site.app).post(at(path)).set('Host', 'localhost:3000');
  for (const [name, bytes] of Object.entries(files)) void sent.attach('files', Buffer.from(bytes), name);
  return sent;
}

/** Follows a draft's address. */
async function draftOf(sent: request.Test): Promise<string> {
  const { status, headers } = await sent;
  expect(status).toBe(303);
  return headers.location ?? '';
}

describe('a pasted text', () => {
  test('is shown before it is saved, with what was typed about it', async () => {
    const draft = await draftOf(
      site.post(at('/import'), { text: RENTS, outlet: 'The Harbour Post', date: '13 May 2024' }),
    );
    const { status, text } = await site.get(draft);
    expect([status, await total()]).toEqual([200, 0]);
    expect(text).toContain('value="The Harbour Post"');
    expect(text).toContain('value="2024-05-13"');
    expect(text).toContain('English');
    expect(text).toContain('The court will hear the case in the autumn');
  });

  test('is saved as it was corrected, once', async () => {
    const draft = await draftOf(site.post(at('/import'), { text: RENTS, outlet: 'The Harbor Post' }));
    const fields = {
      page: '1',
      'take-0': 'yes',
      'outlet-0': 'The Harbour Post',
      'title-0': 'Rents capped',
      go: 'save',
    };
    const { status, headers } = await site.post(draft, fields);
    expect([status, headers.location, await total()]).toEqual([303, at(''), 1]);
    const kept = await site.store.readDocument(corpus, '001');
    expect([kept.text, kept.outlet, kept.title, kept.date]).toEqual([
      RENTS,
      { is: 'The Harbour Post', found: 'corrected' },
      { is: 'Rents capped', found: 'corrected' },
      null,
    ]);
    expect((await site.post(draft, fields)).status).toBe(404);
  });

  test('that is empty comes back with the form', async () => {
    const { status, text } = await site.post(at('/import'), { text: '  \n ', outlet: 'The Harbour Post' });
    expect(status).toBe(422);
    expect(text).toContain('Paste a text, or choose a file');
    expect(text).toContain('value="The Harbour Post"');
  });

  test('with a date that is none comes back with all that was typed', async () => {
    const { status, text } = await site.post(at('/import'), { text: RENTS, date: 'yesterday' });
    expect(status).toBe(422);
    expect(text).toContain('Landlords slammed the plan');
    expect(text).toContain('value="yesterday"');
  });

  test('a second time is told to be there, and is not ticked', async () => {
    await site.post(await draftOf(site.post(at('/import'), { text: RENTS })), { go: 'save' });
    const { text } = await site.get(await draftOf(site.post(at('/import'), { text: RENTS })));
    expect(text).toContain('The same bytes are already there');
    expect(text).not.toMatch(/name="take-0"[^>]* checked/);
  });

  test('that copies another is told so, with how much', async () => {
    await site.post(await draftOf(site.post(at('/import'), { text: RENTS, outlet: 'The Harbour Post' })), {
      go: 'save',
    });
    const copy = `${RENTS}\n\nAdditional reporting by the agency.`;
    const { text } = await site.get(await draftOf(site.post(at('/import'), { text: copy, outlet: 'Upland Times' })));
    expect(text).toMatch(
      /Shares \d+ % of its wording with <a href="\/corpora\/[^"]*\/documents\/001">The Harbour Post<\/a>/,
    );
  });
});

describe('files', () => {
  test('of every kind are taken together, what is none is skipped with its reason', async () => {
    const draft = await draftOf(
      upload('/import', {
        'one.txt': RENTS,
        'two.html': page('<h1>Rents</h1><p>Rents rose.</p>', '<meta property="og:site_name" content="Upland Times">'),
        'three.docx': docx([run(RENTS_TOO)]),
        'four.pdf': pdf([['The river rose above the bridge on Sunday, and the school was closed.']]),
        'five.zip': zipSync({ 'inner/six.txt': strToU8(`${RENTS_TOO} Six.`) }),
        'rows.csv': `text,outlet\n"${RENTS_TOO} Seven.",The Lantern\n`,
        'picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
        'empty.txt': '',
      }),
    );
    const { text } = await site.get(draft);
    for (const name of ['one.txt', 'two.html', 'three.docx', 'four.pdf', 'five.zip/inner/six.txt', 'rows.csv, row 1'])
      expect(text).toContain(`>${name}</h2>`);
    expect(text).toContain('og:site_name');
    expect(text).toContain('column “outlet”');
    expect(text).toContain('picture.png');
    expect(text).toContain('empty.txt is empty');
    const { body } = (await site.post(`${draft}.json`, { go: 'save' })) as { body: unknown };
    expect([await total(), body]).toMatchObject([6, { documents: { length: 6 }, skipped: { length: 2 } }]);
  });

  test('are saved as ticked', async () => {
    const draft = await draftOf(upload('/import', { 'one.txt': RENTS, 'two.txt': RENTS_TOO }));
    await site.post(draft, { page: '1', 'take-1': 'yes', go: 'save' });
    expect((await site.store.listDocuments(corpus)).documents.map(({ file }) => file)).toEqual(['two.txt']);
  });

  test('of which none is ticked are still there to be looked at', async () => {
    const draft = await draftOf(upload('/import', { 'one.txt': RENTS }));
    const { status, text } = await site.post(draft, { page: '1', go: 'save' });
    expect([status, await total()]).toEqual([422, 0]);
    expect(text).toContain('No document is ticked');
    expect((await site.post(draft, { go: 'drop' })).headers.location).toBe(at(''));
    expect((await site.get(draft)).status).toBe(404);
  });

  test('are kept page by page as they are corrected', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, `${RENTS} Number ${i}.`]));
    const draft = await draftOf(upload('/import', files));
    expect((await site.get(draft)).text).toContain('Page 1 of 2');
    const first = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`take-${i}`, 'yes']));
    const on = await site.post(draft, { ...first, page: '1', 'outlet-7': 'The Lantern', go: '2' });
    expect(on.headers.location).toBe(`${draft}?page=2`);
    await site.post(draft, { page: '2', 'take-55': 'yes', 'outlet-55': 'Upland Times', go: 'save' });
    expect(await total()).toBe(51);
    expect((await site.store.readDocument(corpus, '008')).outlet?.is).toBe('The Lantern');
    expect((await site.store.readDocument(corpus, '051')).outlet?.is).toBe('Upland Times');
  });

  test('sent to the interface are saved at once', async () => {
    const { status, body } = (await upload('/documents.json', {
      'one.txt': RENTS,
      'x.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    })) as { status: number; body: unknown };
    expect([status, body]).toMatchObject([
      201,
      { documents: [{ id: '001', name: 'one.txt', outcome: 'added' }], skipped: [{ name: 'x.png', code: 'binary' }] },
    ]);
  });

  test('with hostile names are shown escaped', async () => {
    const draft = await draftOf(upload('/import', { '<img src=x onerror=1>.txt': RENTS }));
    const { text } = await site.get(draft);
    expect(text).toContain('&lt;img src=x onerror=1&gt;.txt');
    expect(text).not.toContain('<img src=x');
  });

  test('in no supported language are kept and said to be unsupported', async () => {
    const french =
      'Le conseil municipal a voté lundi le plafonnement des loyers dans la vieille ville pour trois ans, a dit le maire. '.repeat(
        4,
      );
    const draft = await draftOf(upload('/import', { 'loyers.txt': french }));
    expect((await site.get(draft)).text).toContain('French: kept, and not analysed');
    await site.post(draft, { go: 'save' });
    expect((await site.get(at(''))).text).toContain('in French, kept and not analysed');
    expect((await site.get(at('/documents/001'))).headers.location).toBe(at('/documents/001/edit'));
  });
});

test('the same document given fifty times at once is one, and fifty are answered', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => site.postJson(at('/documents'), { text: RENTS })));
  expect(await total()).toBe(1);
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(49).fill(200), 201]);
});

test('a draft of one corpus is none of another', async () => {
  const draft = await draftOf(site.post(at('/import'), { text: RENTS }));
  const other = (await site.store.createCorpus('Other')).answer;
  expect((await site.get(draft.replace(corpus, other))).status).toBe(404);
});

describe('drafts', () => {
  const text = 'x'.repeat(1000);
  const documents = (bytes: number) => [
    {
      imported: {
        name: 'a.txt',
        format: 'text' as const,
        // Only its length is asked for.
        original: { length: bytes } as Uint8Array,
        sha256: '',
        text,
        metadata: { title: null, outlet: null, author: null, date: null, url: null },
        language: { code: 'en', supported: true },
        warnings: [],
      },
      metadata: { title: null, outlet: null, author: null, date: null, url: null },
      corrections: UNCORRECTED,
      take: true,
      same: undefined,
      twins: [],
    },
  ];

  test('go after an hour', () => {
    let time = 0;
    const drafts = openDrafts(() => time);
    const { id } = drafts.keep({ owner: 'ann', corpus: 'a', documents: documents(1), skipped: [] });
    time = 59 * 60_000;
    expect(drafts.read({ owner: 'ann', corpus: 'a' }, id).id).toBe(id);
    time = 61 * 60_000;
    expect(() => drafts.read({ owner: 'ann', corpus: 'a' }, id)).toThrow('no longer kept');
  });

  test('take no more than so many bytes together: the oldest goes', () => {
    const drafts = openDrafts(() => 0);
    const ids = Array.from(
      { length: 5 },
      () => drafts.keep({ owner: 'ann', corpus: 'a', documents: documents(50_000_000), skipped: [] }).id,
    );
    const isKept = (id: string): boolean => {
      try {
        return drafts.read({ owner: 'ann', corpus: 'a' }, id).id === id;
      } catch {
        return false;
      }
    };
    expect(ids.map(isKept)).toEqual([false, true, true, true, true]);
  });
});
