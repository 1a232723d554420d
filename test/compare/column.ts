import { countsForAuthor, isCounted } from '../../src/compare/disputes.js';
import type { ComparedDocument, ComparedFinding, ComparedSentence } from '../../src/compare/schema/document.js';
import { documentTone } from '../../src/compare/tone.js';
import { DEVICE_IDS } from '../../src/devices/lexicon/entry.js';
import { toneOf } from '../../src/devices/sentiment.js';

export type Mark = Partial<Pick<ComparedFinding, 'device' | 'voice' | 'valence' | 'text' | 'disputed'>> & {
  readonly entry: string;
};
export type Column = Pick<ComparedDocument, 'passages' | 'counts' | 'tone'>;

const WORDS = 'The council met again in the town hall and talked about rents until late in the evening on Monday.';

/** A document of sentences of twenty words each, with these marks. */
export function column(sentences: readonly (readonly Mark[])[]): Column {
  const told = sentences.map((marks, at): ComparedSentence => {
    const findings = marks.map((mark): ComparedFinding => ({
      device: 'sentiment',
      category: 'x',
      start: at * 100,
      end: at * 100 + 3,
      text: mark.entry,
      voice: 'author',
      speaker: null,
      why: 'x',
      note: null,
      source: 'x',
      neutral: [],
      direction: 'neither',
      strength: 1,
      valence: null,
      disputed: null,
      ...mark,
    }));
    const valences = findings.flatMap(({ valence }) => (valence === null ? [] : [valence]));
    return {
      start: at * 100,
      end: at * 100 + WORDS.length,
      text: WORDS,
      reason: 'cue',
      note: null,
      tone: toneOf(valences),
      findings,
    };
  });
  const findings = told.flatMap((sentence) => sentence.findings);
  const words = 20 * told.length;
  const marks = Object.fromEntries(
    DEVICE_IDS.map((device) => {
      const all = findings.filter((finding) => finding.device === device && isCounted(finding));
      const author = all.filter(countsForAuthor).length;
      return [device, { author, all: all.length, per100: words === 0 ? 0 : Math.round((author / words) * 1000) / 10 }];
    }),
  ) as Column['counts']['marks'];
  return {
    passages: told.length === 0 ? [] : [{ start: 0, end: told.at(-1)?.end ?? 0, sentences: told }],
    counts: { sentences: told.length, words, marks },
    tone: documentTone(told),
  };
}

export const bad = (entry: string, voice: ComparedFinding['voice'] = 'author'): Mark => ({ entry, valence: -3, voice });
export const good = (entry: string): Mark => ({ entry, valence: 3 });
export const loaded = (entry: string, voice: ComparedFinding['voice'] = 'author'): Mark => ({
  entry,
  device: 'loaded-terms',
  voice,
});
