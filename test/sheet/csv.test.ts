import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { comparisonCsv, comparisonRows, csv } from '../../src/sheet/csv.js';
import { comparisonText } from '../../src/sheet/text.js';

/** RFC 4180, read back. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted && character === '"' && text.charAt(at + 1) === '"') cell += text.charAt((at += 1));
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ',') endCell();
    else if (!quoted && character === '\r' && text.charAt(at + 1) === '\n') {
      endCell();
      rows.push([]);
      at += 1;
    } else cell += character;
  }
  return rows.slice(0, -1);
}

const library = openSeedLibrary();
const comparison = library.compareTopic(library.topic('recognition-votes'));

describe('CSV', () => {
  test('reads back to the same cells, whatever is in them', () => {
    const row = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const back = parse(csv(rows)).map((cells) =>
          cells.map((cell) => (/^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell)),
        );
        expect(back).toEqual(
          rows.map((cells) => cells.map((cell) => (/^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell))),
        );
      }),
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠SUM(A1)'])(
    'keeps a spreadsheet from running %j',
    (cell) => {
      expect(parse(csv([[cell]]))).toEqual([[`'${cell}`]]);
    },
  );

  test('leaves numbers as they are and nothing where there is nothing', () => {
    expect(csv([[-1, null, 0.5]])).toBe('-1,,0.5\r\n');
  });

  test('has a row for each finding, and one for a sentence without any', () => {
    const sentences = comparison.documents.flatMap(({ passages }) => passages.flatMap((passage) => passage.sentences));
    const rows = sentences.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
    expect(comparisonRows(comparison)).toHaveLength(rows + 1);
    expect(new Set(parse(comparisonCsv(comparison)).map((row) => row.length))).toEqual(new Set([19]));
  });
});

describe('plain text', () => {
  test('tells each source, its sentences, marks and silences, in lines that fit a terminal', () => {
    const text = comparisonText(comparison);
    for (const { short } of comparison.documents) expect(text).toContain(short);
    expect(text).toContain('silent. Nearest miss:');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('lets no control character of a document reach the terminal', () => {
    const [document] = comparison.documents.filter(({ coverage }) => coverage === 'covered');
    const sentence = document?.passages[0]?.sentences[0];
    if (!document || !sentence) throw new Error('the seeds cover this topic');
    const spoilt = {
      ...document,
      passages: [{ start: 0, end: 9, sentences: [{ ...sentence, text: 'a \u001b[2Jb\u0007\u202e', findings: [] }] }],
    };
    const printed = comparisonText({ ...comparison, documents: [spoilt] });
    expect(Array.from(printed).filter((character) => character < ' ' && character !== '\n')).toEqual([]);
    expect(printed).not.toContain('\u202e');
  });
});
