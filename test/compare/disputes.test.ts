import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countsForAuthor, isCounted, openDisputes, type Dispute } from '../../src/compare/disputes.js';
import { compare } from '../../src/compare/compare.js';
import { fragilityOf } from '../../src/compare/fragility.js';
import { comparisonSchema, type Comparison } from '../../src/compare/schema/comparison.js';
import { loadLexicon, loadWordLists } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES } from '../../src/devices/referent.js';
import { openTopic } from '../../src/topics/topic.js';
import { bad, column, loaded } from './column.js';

const lexicon = loadLexicon(true);
const analysis = analyse(
  'The reckless strike of the ferry crews was a disaster. The shameful strike ended. Crews went back to the ferries.',
  lexicon,
  NO_NAMES,
);
const findings = analysis.findings.map(({ device, entry, start, end }) => ({ device, entry: entry.id, start, end }));

function compared(disputes: readonly Dispute[]): Comparison {
  const open = openTopic(
    { id: 'x', title: 'x', question: 'x', cues: [{ groups: [['crew']], near: false }], not: [], typed: false },
    NO_NAMES,
    lexicon.inflect,
  );
  const source = { id: '1', file: '1', short: '1', outlet: 'unknown', latest: null, analysis, disputes };
  return compare(open, [{ ...source, title: 'unknown', author: 'unknown', date: 'unknown' }], {
    corpus: { id: 'x', title: 'x', hash: 'x' },
    lexicon: { version: 'x', entries: 0 },
    names: NO_NAMES,
    lists: loadWordLists(),
  });
}

test('a dispute finds its mark alone, and leaves it in place', () => {
  const [first, second] = findings;
  if (!first || !second) throw new Error('the text has no marks');
  const disputed = openDisputes([{ ...first, note: 'The law’s own word', counts: false }]);
  expect([disputed(first), disputed(second)]).toEqual([{ note: 'The law’s own word', counts: false }, null]);
});

test('disputed marks left out of counts are missing from every count of their device, and the others stay', () => {
  const plain = compared([]);
  fc.assert(
    fc.property(fc.subarray(findings), fc.boolean(), (chosen, counts) => {
      const comparison = compared(chosen.map((each) => ({ ...each, note: 'no', counts })));
      expect(comparisonSchema.safeParse(comparison).error?.issues).toBeUndefined();
      const [document] = comparison.documents;
      const shown = document?.passages.flatMap(({ sentences }) => sentences.flatMap((each) => each.findings)) ?? [];
      expect(shown.map(({ start, end, entry }) => [start, end, entry])).toEqual(
        plain.documents[0]?.passages.flatMap(({ sentences }) =>
          sentences.flatMap((each) => each.findings.map(({ start, end, entry }) => [start, end, entry])),
        ),
      );
      for (const [device, count] of Object.entries(document?.counts.marks ?? {})) {
        const own = shown.filter((each) => each.device === device && isCounted(each));
        expect(count).toMatchObject({ all: own.length, author: own.filter(countsForAuthor).length });
      }
    }),
    { numRuns: 30 },
  );
});

test('tone and fragility are those of a text without the marks that are left out', () => {
  const out = { disputed: { note: '', counts: false } };
  const rows = [[bad('a')], [{ ...bad('b'), ...out }], [loaded('c'), { ...loaded('d'), ...out }], [], [bad('e')]];
  const without = rows.map((marks) => marks.filter((mark) => !('disputed' in mark)));
  expect(column(rows).tone.words).toBe(2);
  expect(column(rows).tone.score).toBe(column(without).tone.score);
  const [fragile] = fragilityOf([column(rows)]);
  const [expected] = fragilityOf([column(without)]);
  expect(fragile?.map(({ score, value }) => [score, value])).toEqual(
    expected?.map(({ score, value }) => [score, value]),
  );
});

test('a disputed mark that still counts changes nothing but what is said of it', () => {
  const plain = compared([]);
  const said = compared(findings.map((each) => ({ ...each, note: 'no', counts: true })));
  const quiet = JSON.parse(
    JSON.stringify(said, (key, value: unknown) => (key === 'disputed' ? null : value)),
  ) as Comparison;
  expect(quiet).toEqual(plain);
});
