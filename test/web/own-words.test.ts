import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ownSite, rentsIn, type OwnSite } from './own.js';

let site: OwnSite;
let rents: string;

beforeAll(async () => {
  site = await ownSite();
  rents = await rentsIn(site);
});
afterAll(() => site.close());
afterEach(() => {
  expect(site.faults.splice(0)).toEqual([]);
});

const at = (path: string): string => `/corpora/${rents}${path}`;
const revision = async (): Promise<string> => String((await site.store.readCorpus(rents)).revision);

describe('names', () => {
  const MAYOR = {
    name: 'The mayor',
    kind: 'person',
    of: '',
    label: ['mayor', ''],
    terms: ['mayor', ''],
    contested: ['no', 'no'],
  };

  test('are gathered by hand, and used at once', async () => {
    expect((await site.post(at('/names'), { ...MAYOR, seen: await revision() })).status).toBe(303);
    expect((await site.get(at('/names'))).text).toContain('mayor');
    expect((await site.get(at('/names/the-mayor/edit'))).text).toContain('Edit “The mayor”');
    expect((await site.get(at('/names/edit'))).text).toContain('The mayor');
  });

  test('that take a side need a reason and examples that hold', async () => {
    const label = { label: 'mayor and her allies', terms: 'mayor and her allies', contested: 'yes' };
    const bare = await site.post(at('/names/the-mayor'), { ...MAYOR, ...label });
    expect([bare.status, bare.text.includes('takes a side and says not why')]).toEqual([422, true]);
    const wrong = { why: 'Says a plot.', finds: 'The [mayor] left.', ignores: 'Nobody came.' };
    const failed = await site.post(at('/names/the-mayor'), { ...MAYOR, ...label, ...wrong });
    expect([failed.status, failed.text.includes('should mark [')]).toEqual([422, true]);
    const right = { ...wrong, finds: 'The [mayor and her allies] left.' };
    expect((await site.post(at('/names/the-mayor'), { ...MAYOR, ...label, ...right })).status).toBe(303);
  });
});

describe('a term of one’s own', () => {
  const TERM = {
    device: 'loaded-terms',
    category: 'own',
    terms: 'freeze rents',
    pos: ['verb', 'fixed'],
    direction: 'for',
    strength: '1',
    neutral: 'hold rents',
    why: 'Praises what it names.',
    source: 'usage',
    finds: 'They [freeze rents] in town.',
    ignores: 'They freeze water in town.',
  };

  test('is checked as the built-in lexicon is, and the fault stands in the form', async () => {
    const { status, text } = await site.post(at('/entries'), { ...TERM, finds: 'They freeze [rents] in town.' });
    expect([status, text.includes('should mark [')]).toEqual([422, true]);
    expect(text).toContain('They freeze [rents] in town.');
    const unknown = await site.post(at('/entries'), { ...TERM, source: 'nobody2020' });
    expect([unknown.status, unknown.text.includes('is no cited work')]).toEqual([422, true]);
  });

  test('marks the corpus when it is saved, and no more when it is deleted', async () => {
    expect((await site.post(at('/entries'), { ...TERM, seen: await revision() })).status).toBe(303);
    expect((await site.get(at('/entries'))).text).toContain('freeze rents');
    expect((await site.get(at('/terms/loaded-terms/freeze-rents'))).text).toContain('1 use in 1 document');
    expect((await site.get(at('/entries/loaded-terms/freeze-rents/edit'))).status).toBe(200);
    expect((await site.post(at('/entries/loaded-terms/freeze-rents/delete'), {})).status).toBe(303);
    expect((await site.get(at('/terms/loaded-terms/freeze-rents'))).status).toBe(404);
  });
});
