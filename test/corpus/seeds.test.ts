import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { loadSeeds } from '../../src/corpus/compiled.js';
import { decode } from '../../src/text/decode.js';

const FOLDER = new URL('../../seeds/documents/', import.meta.url);

const SHA256 = {
  '000_00165854b2830667.txt': '13287e0b536151907c6c96ce919df1d39a4fb39e17dbdab96ab1dd5657840c06',
  '001_ae6b60a1fcc62671.txt': '3f14fa9c197461c47fcdb55c6eb02ba0a9f4034a46cd440c8ca13fd7507fefb5',
  '002_502a978e92ca49eb.txt': 'cae846c41856934100a551d693cd67e2adedaec2421c9ad4c6c041ccfd66711e',
  '003_a38707d0771043f5.txt': 'f3b060560a25a944ecb370468bb898a9c4cb761551625ee5370f23d5eb8060b3',
  '004_1f9e1c718db8254d.txt': 'f7a41c4bd5356061675d7cd907e3206a425dc6ee429d955084b7bc241703c960',
};

const { documents, topics } = loadSeeds().seeds;

test('the five documents are as they came, byte for byte', () => {
  const hashes = readdirSync(FOLDER).map(
    (file) =>
      [
        file,
        createHash('sha256')
          .update(readFileSync(new URL(file, FOLDER)))
          .digest('hex'),
      ] as const,
  );
  expect(Object.fromEntries(hashes)).toEqual(SHA256);
  expect(Object.fromEntries(documents.map(({ file, sha256 }) => [file, sha256]))).toEqual(SHA256);
});

describe.each(documents)('document $id', ({ file, text, title, outlet, author, date, latest }) => {
  test('holds the text of its file', () => {
    expect(text).toBe(decode(readFileSync(new URL(file, FOLDER)), file).text);
  });

  test('states every fact given about it', () => {
    const stated = [title, outlet, author, date, latest].flatMap((fact) =>
      typeof fact === 'object' ? [fact.stated] : [],
    );
    expect(stated.filter((words) => !text.includes(words))).toEqual([]);
  });
});

test('what the texts do not state is unknown', () => {
  const known = (fact: { is: string } | 'unknown'): string => (fact === 'unknown' ? fact : fact.is);
  expect(
    documents.map(({ short, outlet, author, date }) => [short, known(outlet), known(author), known(date)]),
  ).toEqual([
    ['Source 000', 'unknown', 'unknown', 'unknown'],
    ['News.Az', 'News.Az', 'Zaur Nurmamedov', 'unknown'],
    ['Source 002', 'unknown', 'unknown', 'unknown'],
    ['Aze.Media', 'Aze.Media', 'Taras Kuzio', '2023-11-16'],
    ['Source 004', 'unknown', 'unknown', 'unknown'],
  ]);
});

test('the three named topics come first', () => {
  expect(topics.slice(0, 3).map(({ id }) => id)).toEqual(['minsk-group', 'recognition-votes', 'new-caledonia']);
});
