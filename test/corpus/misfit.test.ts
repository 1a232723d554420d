import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { fit } from '../../src/corpus/misfit.js';
import * as shapes from '../../src/corpus/store/shapes.js';
import { ENTRY_FORM } from '../../src/web/editors/entry-form.js';
import { NAME_FORM } from '../../src/web/editors/name-form.js';
import { TOPIC_FORM } from '../../src/web/editors/topic-form.js';
import { SHEET_QUERY, TYPED_SHEET_QUERY } from '../../src/web/query.js';

const WRONG: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  '\u200b',
  'two\nlines',
  'Not An Id!',
  'x'.repeat(20_000),
  -1,
  0,
  1.5,
  1e9,
  NaN,
  Infinity,
  true,
  [],
  Array.from({ length: 3_000 }, () => 'x'),
  {},
  { stranger: 1 },
];

/** Values that do not fit a shape, each wrong in one place at most, down to its innermost fields. */
function wrongFor(shape: unknown): unknown[] {
  if (shape instanceof z.ZodObject)
    return [
      ...WRONG,
      ...Object.entries(shape.shape).flatMap(([name, inner]) => wrongFor(inner).map((each) => ({ [name]: each }))),
    ];
  if (shape instanceof z.ZodArray) return [...WRONG, ...wrongFor(shape.element).map((each) => [each])];
  if (shape instanceof z.ZodNullable || shape instanceof z.ZodOptional || shape instanceof z.ZodDefault)
    return wrongFor(shape.unwrap());
  if (shape instanceof z.ZodPipe) return wrongFor(shape.in);
  if (shape instanceof z.ZodUnion) return shape.options.flatMap(wrongFor);
  return [...WRONG];
}

const FORMS = { ENTRY_FORM, NAME_FORM, TOPIC_FORM, SHEET_QUERY, TYPED_SHEET_QUERY };
const exported: readonly (readonly [string, unknown])[] = Object.entries({
  ...shapes,
  ...shapes.ITEM_SHAPES,
  ...FORMS,
});
const ALL = exported.flatMap(([name, shape]) => (shape instanceof z.ZodType ? [[name, shape] as const] : []));
const ZODS_OWN = /too (?:small|big)|invalid|expected|received|unrecognized|required/i;

describe('what does not fit is said in words of our own, in every place of', () => {
  test.each(ALL)('%s', (_, shape) => {
    const said = new Set(
      wrongFor(shape).flatMap((value) => {
        const fitting = fit(shape, value);
        return 'misfits' in fitting ? fitting.misfits.map(({ says }) => says) : [];
      }),
    );
    expect(said.size).toBeGreaterThan(1);
    expect([...said].filter((each) => ZODS_OWN.test(each) || each.trim() === '')).toEqual([]);
  });
});

test('each kind of misfit has its words', () => {
  const shape = z.strictObject({
    text: z.string().min(1).max(3),
    long: z.string().min(2),
    list: z.array(z.number().int().min(1).max(9)).min(1).max(2),
    choice: z.enum(['yes', 'no', 'both']),
    either: z.union([z.boolean(), z.enum(['yes', 'no'])]),
    form: z.string().regex(/^a$/),
  });
  const says = (value: object): string[] => {
    const fitting = fit(shape, { text: 'a', long: 'ab', list: [1], choice: 'yes', either: true, form: 'a', ...value });
    return 'misfits' in fitting ? fitting.misfits.map((each) => `${each.place} ${each.says}`.trim()) : [];
  };
  expect(
    [
      { text: undefined },
      { text: 7 },
      { text: '' },
      { text: 'abcd' },
      { long: 'a' },
      { list: 'a' },
      { list: [] },
      { list: [1, 2, 3] },
      { list: [0] },
      { list: [10] },
      { list: [1.5] },
      { list: [NaN] },
      { choice: 'maybe' },
      { choice: undefined },
      { either: 'maybe' },
      { form: 'b' },
      { stranger: 1 },
    ].map(says),
  ).toEqual([
    ['text is missing'],
    ['text is no text'],
    ['text is empty'],
    ['text is longer than 3 characters'],
    ['long has fewer than 2 characters'],
    ['list is no list'],
    ['list is an empty list'],
    ['list has more than 2 entries'],
    ['list.0 is below 1'],
    ['list.0 is above 9'],
    ['list.0 is no whole number'],
    ['list.0 is no number'],
    ['choice takes yes, no or both'],
    ['choice is missing'],
    ['either takes yes or no'],
    ['form is not written as it has to be'],
    ['has the unknown field “stranger”'],
  ]);
});

test('nothing a reader sees asks zod by itself: who does reads no message of it', () => {
  const src = fileURLToPath(new URL('../../src/', import.meta.url));
  const asking = ['corpus', 'web', 'cli', 'sheet', 'topics']
    .flatMap((room) =>
      readdirSync(join(src, room), { recursive: true, encoding: 'utf8' }).map((each) => join(room, each)),
    )
    .filter((file) => file.endsWith('.ts') && readFileSync(join(src, file), 'utf8').includes('.safeParse('));
  const telling = asking.filter((file) => /\.issues|\.error\b/.test(readFileSync(join(src, file), 'utf8')));
  expect(telling).toEqual(['corpus/misfit.ts']);
});

test('a title has to be seen', () => {
  const titles = ['\u200b', '\u2060\u00ad', '\u3164', '\u2800', ' ', 'Rents', '…', '€', '家賃'];
  expect(titles.filter((each) => 'value' in fit(shapes.corpusTitle, each))).toEqual(['Rents', '…', '€', '家賃']);
  const fact = { is: '\u200b', found: 'corrected' };
  expect(fit(shapes.factShape, fact)).toEqual({ value: null });
});

test('half a character is made whole, and what turns words round is closed', () => {
  expect(fit(shapes.corpusTitle, ' A \ud800 b\u202e ')).toEqual({ value: 'A \ufffd b\u202e\u202c' });
});
