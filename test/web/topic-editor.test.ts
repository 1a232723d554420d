import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ownSite, RENTS_TOO, rentsIn, type OwnSite } from './own.js';

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

describe('a question that only repeats the title', () => {
  test('is left open where a suggested topic is edited first, so that it follows a new title', async () => {
    const { text } = await site.get(at('/suggestions'));
    const [, edit = ''] = /href="([^"]+)"[^>]*>Edit it first/.exec(text) ?? [];
    const form = (await site.get(edit.replaceAll('&amp;', '&'))).text;
    expect(/name="question"[^>]* value="([^"]*)"/.exec(form)?.[1]).toBe('');
    expect(/name="question"[^>]* placeholder="(What does each source say of [^"]+\?)"/.exec(form)).not.toBeNull();
    await site.post(at('/topics'), { title: 'Old', cues: 'alone: autumn' });
    expect(/name="question"[^>]* value="([^"]*)"/.exec((await site.get(at('/topics/old/edit'))).text)?.[1]).toBe('');
    await site.post(at('/topics/old'), { title: 'New', question: '', cues: 'alone: autumn' });
    const kept = (await site.store.list(rents, 'topic')).find(({ key }) => key === 'old');
    expect(kept?.value.question).toBe('What does each source say of New?');
  });

  test('of one’s own stays', async () => {
    const question = 'Who capped the rents?';
    await site.post(at('/topics'), { title: 'The rent cap', question, cues: 'alone: rent' });
    const { text } = await site.get(at('/topics/the-rent-cap/edit'));
    expect(/name="question"[^>]* value="([^"]*)"/.exec(text)?.[1]).toBe(question);
  });
});

test('a preview folds away what is more than a few sentences', async () => {
  const { text } = await site.get(
    at(`/topics/new?${new URLSearchParams({ title: 'All', cues: 'alone: the' }).toString()}`),
  );
  const words = RENTS_TOO.split('\n\n');
  const given = text.slice(text.indexOf('id="given"'));
  expect(words.filter((sentence) => given.includes(sentence.slice(0, 40)))).toEqual(words);
  const long = [
    'A lawyer spoke of rent 1.',
    ...Array.from({ length: 59 }, (_, i) => `A tenant spoke of rent ${i + 2}.`),
  ];
  const made = await site.postJson('/corpora', { title: 'Long' });
  const corpus = (made.body as { corpus: string }).corpus;
  await site.postJson(`/corpora/${corpus}/documents`, { documents: [{ text: long.join(' '), outlet: 'Long' }] });
  const page = await site.get(
    `/corpora/${corpus}/topics/new?${new URLSearchParams({ title: 'All', cues: 'alone: rent' }).toString()}`,
  );
  expect(page.text).toContain('<summary>and 56 more sentences</summary>');
  expect(page.text.match(/A tenant spoke of rent \d+/g)).toHaveLength(53);
  expect(page.text).toContain('and 6 more</p></details>');
});
