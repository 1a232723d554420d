import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FactKind } from '../../src/compare/schema/fact.js';
import { library } from './facts/told.js';

// A reader's own list of the details of three topics. He lists what a text implies too (an accusation that no verb makes,
// the year of "in May", what "he" stands for), so the program's share of it is no share of what it could find.

interface Read {
  readonly topic: string;
  readonly kind: FactKind;
  readonly document: string;
  readonly start: number;
  readonly text: string;
  readonly value: string;
}

const FILE = fileURLToPath(new URL('../readings/facts.jsonl', import.meta.url));
const reading = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Read);

/** Found of those the reader lists, and confirmed by him of those found: bounds slightly under what is reached. */
test.each([
  ['count', 0.65, 0.95],
  ['date', 0.75, 0.95],
  ['person', 0.7, 0.95],
  ['body', 0.7, 0.95],
  ['place', 0.5, 0.9],
  ['accusation', 0.1, 0.95],
] as const)(
  'finds of a reader’s %ss at least %d, and at least %d of what it finds is his',
  (kind, recall, precision) => {
    const read = reading.filter((each) => each.kind === kind);
    const topics = [...new Set(reading.map(({ topic }) => topic))];
    // The reader read the passages on the topic; what stands elsewhere in an article he could not confirm.
    const found = topics.flatMap((topic) => {
      const { facts, documents } = library.compareTopic(library.topic(topic));
      const passages = new Map(documents.map(({ id, passages }) => [id, passages]));
      return facts
        .filter((fact) => fact.kind === kind)
        .flatMap(({ what, cells }) =>
          cells.flatMap(({ document, values }) => values.map((value) => ({ topic, document, what, ...value }))),
        )
        .filter(({ document, start }) =>
          passages.get(document)?.some((each) => each.start <= start && start < each.end),
        );
    });
    type Found = (typeof found)[number];
    const isSame = (mine: Found, his: Read): boolean =>
      mine.topic === his.topic &&
      mine.document === his.document &&
      mine.sentence === his.start &&
      meet(kind, mine, his);
    const hits = read.filter((his) => found.some((mine) => isSame(mine, his))).length;
    const confirmed = found.filter((mine) => read.some((his) => isSame(mine, his))).length;
    expect(hits / read.length).toBeGreaterThanOrEqual(recall);
    expect(confirmed / found.length).toBeGreaterThanOrEqual(precision);
  },
);

/** Whether both give the value: a date with or without its year, otherwise a word or number of it. */
function meet(kind: FactKind, mine: { value: string; what: string; text: string }, his: Read): boolean {
  if (kind === 'date')
    return mine.value === his.value || (mine.value.startsWith('--') && his.value.endsWith(mine.value.slice(1)));
  const words = (text: string): string[] =>
    (
      text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).filter((word) => !/^(?:the|of|in|to|a|s|for|and|french)$/.test(word));
  const wanted = new Set(words(`${his.text} ${his.value}`));
  const numbers = words(his.value).filter((word) => /^\d+$/.test(word));
  return kind === 'count' && numbers.length > 0
    ? numbers.some((number) => mine.value.includes(number))
    : words(`${mine.value} ${mine.what} ${mine.text}`).some((word) => wanted.has(word));
}
