import { afterAll, expect, test } from '@jest/globals';
import { importAll, importRecord, isSkipped, openParsers } from './built.js';
import { bytesOf, docx, FILLER, page, pdf, run } from './files.js';

const parsers = openParsers();
afterAll(() => parsers.close());

const article = FILLER.repeat(4).trim();

async function only(name: string, bytes: Uint8Array) {
  const [first] = await importAll(name, bytes, { parsers });
  if (!first || isSkipped(first)) throw new Error(JSON.stringify(first));
  return first;
}

test.each([
  ['English', article, { code: 'en', supported: true }],
  [
    'French',
    'Le conseil a dit lundi que les loyers de la vieille ville allaient augmenter, selon le journal du matin.',
    { code: 'fr', supported: false },
  ],
  [
    'Russian',
    'Совет сообщил в понедельник, что арендная плата в старом городе вырастет на десять процентов.',
    { code: 'ru', supported: false },
  ],
  ['too short to tell', 'Rents rise.', { code: 'und', supported: true }],
])('keeps a text that is %s, and says whether it is analysed', async (_, text, language) => {
  expect((await only('a.txt', bytesOf(text))).language).toEqual(language);
});

test('tells a file by its bytes where its name says nothing', async () => {
  expect((await only('download', bytesOf(page('')))).format).toBe('html');
  expect((await only('download', docx([run('Words.')]))).format).toBe('docx');
  expect((await only('download', pdf([['Words.']]))).format).toBe('pdf');
  expect((await only('download', bytesOf('<p> is how a paragraph begins.'))).format).toBe('text');
});

test('takes one JSON object on any number of lines, or says what is wrong with it', async () => {
  const record = (json: string) => importRecord('request', bytesOf(json), { parsers });
  const taken = await record('{\n "text": "Rents rose.",\n "title": "Rents"\n}');
  expect(!isSkipped(taken) && [taken.text, taken.metadata.title]).toEqual([
    'Rents rose.',
    { is: 'Rents', found: 'field “title”' },
  ]);
  expect(await record('{"text":"Rents rose.","outlet":5}')).toEqual({
    name: 'request',
    code: 'invalid',
    problem: 'request has a field outlet that is no text',
    remedy: 'give outlet as a string, or leave it out',
  });
});
