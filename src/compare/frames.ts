import type { Analysis } from '../devices/analysis.js';
import { namesIn } from '../text/capitals.js';
import type { Inflect } from '../text/inflect.js';
import { longestFirst } from '../text/longest.js';
import { openPhrases, type Match, type Scan } from '../text/match.js';
import { compilePhrases, type PhraseTable } from '../text/phrase-table.js';
import { parsePhrase } from '../text/phrase.js';
import { sentenceAt, spanOf, tagAt, type Reading } from '../text/reading.js';
import { grouped } from './grouped.js';
import { withoutInnocent } from './innocent.js';
import type { FrameUse } from './schema/frame.js';

/** A generic frame of `lexicon/frames.yaml`: the words that cue it. */
export interface Frame {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly source: string;
  /** Term syntax of the lexicon. */
  readonly cues: readonly string[];
  /** Phrases inside which a cue is none. */
  readonly unless: readonly string[];
  readonly finds: readonly string[];
  readonly ignores: readonly string[];
}

export interface CompiledFrames {
  readonly frames: readonly Frame[];
  readonly phrases: PhraseTable;
}

/** Frames ready for matching; a match's payload is twice the frame's index, plus one for a phrase that is no cue. */
export interface Frames {
  readonly frames: readonly Frame[];
  readonly scan: Scan;
}

export function compileFrames(frames: readonly Frame[], inflect: Inflect): CompiledFrames {
  const phrases = frames.flatMap(({ cues, unless }, index) => [
    ...cues.map((cue) => ({ slots: parsePhrase(cue, 'all', inflect), payload: index * 2 })),
    ...unless.map((phrase) => ({ slots: parsePhrase(phrase, 'all', inflect), payload: index * 2 + 1 })),
  ]);
  return { frames, phrases: compilePhrases(phrases) };
}

export function openFrames({ frames, phrases }: CompiledFrames): Frames {
  return { frames, scan: openPhrases(phrases) };
}

/** Cues listed of one sentence: a list of a thousand is one sentence to the reader of it, and would burst a page. */
const MOST_CUES = 24;

/**
 * The generic frames that a document's sentences on a topic cue, whoever says the words: the most used first. A share
 * is of these sentences, 0 … 1. Frames after Boydstun et al. 2014 and Card et al. 2015; a cue shows which kind of matter
 * a sentence touches, not that a reader would name the article after it.
 */
export function framesOf({ reading }: Analysis, indices: readonly number[], { frames, scan }: Frames): FrameUse[] {
  const { sentences, tokens, text, forms, ids, table } = reading;
  const wanted = indices.flatMap((index) => sentences[index] ?? []);
  const inName = namesIn({ text, tokens, sentences: wanted, forms });
  const byFrame = frames.map((): Match[] => []);
  for (const match of scan({ forms, ids, table, sentences: wanted })) byFrame[match.payload >> 1]?.push(match);
  return frames
    .flatMap(({ id, name }, index): FrameUse[] => {
      const cues = cuesOf(byFrame[index] ?? []).filter((cue) => !isPartOfName(reading, inName, cue));
      if (cues.length === 0) return [];
      const bySentence = grouped(cues, ({ first }) => sentenceAt(sentences, first));
      return [
        {
          frame: id,
          name,
          share: Math.round((bySentence.size / wanted.length) * 1000) / 1000,
          sentences: [...bySentence].map(([at, found]) => ({
            start: sentences[at]?.start ?? 0,
            cues: found.slice(0, MOST_CUES).map(({ first, last }) => {
              const { start, end } = spanOf(tokens, first, last);
              return { start, end, text: text.slice(start, end) };
            }),
          })),
        },
      ];
    })
    .sort((a, b) => b.share - a.share || (a.frame < b.frame ? -1 : 1));
}

/** A frame's cues that stand: those inside an `unless` phrase do not, and of overlapping ones the longest does. */
function cuesOf(matches: readonly Match[]): Match[] {
  const isCue = ({ payload }: Match): boolean => (payload & 1) === 0;
  return longestFirst(
    withoutInnocent(
      matches.filter(isCue),
      matches.filter((match) => !isCue(match)),
    ),
  );
}

/**
 * "Ministry of Defence" and "Human Rights Watch" name an actor and say nothing of the matter; "Supreme Court" and
 * "Geneva Convention" say what they are. So a cue inside a capitalised name counts only where it ends in the word that
 * the name is a name of: the last before "of" or "for", or the last of all. Several names joined by "and" are one run. A
 * name that only describes the noun behind it ("the Home Affairs minister") says nothing either.
 */
function isPartOfName({ forms, tokens }: Reading, inName: Uint8Array, { first, last }: Match): boolean {
  if (inName[first] !== 1 || inName[last - 1] !== 1) return false;
  if (forms.slice(first, last).some((form) => BETWEEN_NAMES.test(form))) return false;
  for (let at = first - 1; inName[at] === 1 && forms[at] !== 'and'; at -= 1)
    if (BETWEEN_NAMES.test(forms[at] ?? '')) return true;
  if (inName[last] !== 1 && tagAt(tokens, last) === 'NOUN') return true;
  return inName[last] === 1 && !BETWEEN_NAMES.test(forms[last] ?? '') && forms[last] !== 'and';
}

const BETWEEN_NAMES = /^(?:of|for)$/;
