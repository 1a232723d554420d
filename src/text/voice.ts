import { sentenceAt, spanOf, type Quotation, type Reading } from './reading.js';
import type { SpeechAct } from './speech.js';
import type { Span } from './span.js';

export const VOICES = ['author', 'quoted', 'reported', 'scare'] as const;
/** Who says the words of a span: the author, a quoted speaker, a reported speaker, or scare quotes. */
export type VoiceKind = (typeof VOICES)[number];

export interface Voice extends Span {
  readonly first: number;
  readonly last: number;
  readonly kind: Exclude<VoiceKind, 'author'>;
  /** The words that name the speaker; undefined when the text names no one. */
  readonly speaker: string | undefined;
  /** The cue that gives the words away; undefined for a quotation that stands alone. */
  readonly cue: Span | undefined;
}

/**
 * Up to this many words between quotation marks, and no one named as their speaker, are scare quotes: the author
 * borrows a word and keeps a distance. Longer ones are somebody's words.
 */
const MOST_WORDS_OF_SCARE_QUOTES = 4;

/**
 * In a report, marks round a few words quote the one who said them; round a single word, or in what someone only
 * thought, they are the author's distance.
 */
const MOST_WORDS_SET_OFF_IN_SPEECH = 1;
const MOST_WORDS_SET_OFF_IN_THOUGHT = 3;

/** Every stretch that is not in the author's own voice, in text order; where two overlap, the inner one is later. */
export function findVoices(
  reading: Reading,
  acts: readonly SpeechAct[],
  names: ReadonlyMap<SpeechAct, string>,
  disowners: ReadonlySet<number> = new Set(),
): Voice[] {
  const reported: Voice[] = acts
    .filter(
      ({ content: [first, last], cue, speaker }) =>
        last > first && (cue.kind !== 'noun' || cue.doubts || speaker[1] > speaker[0]),
    )
    .map((act) => ({
      ...range(reading, act.content),
      kind: 'reported',
      speaker: names.get(act),
      cue: cueOf(reading, act),
    }));
  const bySentence = actsBySentence(reading, acts);
  const quoted = reading.quotations.flatMap((quotation): Voice[] => {
    if (isName(reading, quotation) && !disowners.has(quotation.first)) return [];
    const act = governing(reading, quotation, bySentence);
    const words = wordsIn(reading, quotation);
    const disowned = disowners.has(quotation.first);
    const inReport = act !== undefined && act.content[0] <= quotation.first && quotation.first < act.content[1];
    const setOff = act?.cue.thought ? MOST_WORDS_SET_OFF_IN_THOUGHT : MOST_WORDS_SET_OFF_IN_SPEECH;
    const scare = (words <= MOST_WORDS_OF_SCARE_QUOTES && (disowned || !act)) || (inReport && words <= setOff);
    const speaker = act && !disowned ? names.get(act) : undefined;
    return [
      {
        ...range(reading, [quotation.first, quotation.last]),
        kind: scare ? 'scare' : 'quoted',
        speaker,
        cue: act ? cueOf(reading, act) : undefined,
      },
    ];
  });
  return [...reported, ...quoted].sort((a, b) => a.first - b.first || b.last - a.last);
}

/** For each token the voice that says it: inner voices paint over outer ones, quotation marks over reports. */
export function voiceByToken(voices: readonly Voice[], tokens: number): (Voice | undefined)[] {
  const painted = new Array<Voice | undefined>(tokens);
  for (const pass of ['reported', 'quoted', 'scare'] as const) {
    for (const voice of voices) if (voice.kind === pass) painted.fill(voice, voice.first, voice.last);
  }
  return painted;
}

function range(reading: Reading, [first, last]: readonly [number, number]): Span & { first: number; last: number } {
  return { first, last, ...spanOf(reading.tokens, first, last) };
}

function cueOf(reading: Reading, { cue }: SpeechAct): Span {
  return spanOf(reading.tokens, cue.first, cue.last);
}

function wordsIn({ forms }: Reading, { first, last }: Quotation): number {
  return forms.slice(first, last).filter((form) => /[\p{L}\p{N}]/u.test(form) && !form.startsWith("'")).length;
}

/** `‘Baku Initiative Group’`: two or more capitals and nothing in small letters but connectives is a title, not a voice. */
function isName({ text }: Reading, { start, end }: Quotation): boolean {
  const words = text
    .slice(start + 1, end - 1)
    .split(/[\s-]+/)
    .filter((word) => /\p{L}/u.test(word));
  return (
    words.length >= 2 &&
    words.every((word) => /^\P{L}*\p{Lu}/u.test(word) || /^(?:of|the|and|for|in|to|on|against|a|de|la)$/i.test(word))
  );
}

/** The act whose words a quotation holds: in its sentence, or, for a sentence that quotes only, in the one before. */
function governing(
  reading: Reading,
  quotation: Quotation,
  acts: ReadonlyMap<number, readonly SpeechAct[]>,
): SpeechAct | undefined {
  const sentence = sentenceAt(reading.sentences, quotation.first);
  const here = reading.sentences[sentence];
  if (!here) return undefined;
  const inSentence = (acts.get(sentence) ?? []).filter(
    ({ cue, speaker }) => cue.kind !== 'noun' || speaker[1] > speaker[0],
  );
  const covering = inSentence.find(({ content: [first, last] }) => first <= quotation.first && quotation.first < last);
  if (covering) return covering;
  const quoting = inSentence.find(
    ({ complement, cue }) => complement === 'quote' && (cue.first >= quotation.last - 1 || cue.last <= quotation.first),
  );
  if (quoting) return quoting;
  // A quotation that runs over several sentences is closed by a cue in the last of them.
  const endsIn = sentenceAt(reading.sentences, quotation.last);
  const closing = acts
    .get(endsIn)
    ?.find(
      ({ complement, cue }) => complement === 'quote' && cue.first >= quotation.last && cue.first - quotation.last <= 6,
    );
  if (closing || inSentence.length > 0) return closing;
  // "However, … Paris's position became 'absolutely incomprehensible'": an evaluation goes on in the words of the sentence before.
  const before = reading.sentences[sentence - 1];
  if (before?.part !== here.part || quotation.last < here.last - 1) return undefined;
  return acts.get(sentence - 1)?.findLast(({ complement }) => complement !== 'as' && complement !== 'to');
}

function actsBySentence(reading: Reading, acts: readonly SpeechAct[]): Map<number, SpeechAct[]> {
  const bySentence = new Map<number, SpeechAct[]>();
  for (const act of acts) {
    const sentence = sentenceAt(reading.sentences, act.cue.first);
    const list = bySentence.get(sentence);
    if (list) list.push(act);
    else bySentence.set(sentence, [act]);
  }
  return bySentence;
}
