import { isInverted } from './aside.js';
import type { Clauses } from './clause/clauses.js';
import { tagAt, type Reading, type Sentence } from './reading.js';
import { canSpeak, isListed, nameOf, namingOf, NOBODY, withoutTime, type Naming } from './speaker/name.js';
import { sayersOf } from './speaker/subject.js';
import type { Cue } from './speech.js';

/** Tokens `[first, last)`. */
export type Range = readonly [number, number];

/** Words of `lexicon/speakers.yaml`, in all their forms. */
export interface SpeakerWords {
  readonly people: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
}

/**
 * The words that name who speaks, as a token range; empty when the text names no one (an agentless passive), no one who
 * could speak ("over the course of its work"), or when word order does not tell who it is: better none than a wrong one.
 */
export function findSpeaker(
  reading: Reading,
  sentence: Sentence,
  cue: Cue,
  table: Clauses,
  words: SpeakerWords,
): Range {
  const naming = namingOf(reading, table, words);
  if (cue.kind === 'phrase') return nameFrom(naming, cue.last);
  // A word that is both stands here as what its phrase says: "officials fear that", "the officials' fear that".
  const isNoun = table.phrases.some(
    ({ kind, first, last }) => kind === 'noun' && first <= cue.first && cue.first < last,
  );
  if (cue.kind === 'noun' && isNoun) return possessorOf(naming, cue.first);
  if (isInverted(reading, sentence, cue)) return nameFrom(naming, cue.last);
  const sayers = sayersOf(table, cue.first, (noun, who) => canSpeak(naming, noun, who)).map((noun) =>
    withoutTime(naming, noun),
  );
  const name = nameOf(naming, sayers, cue.first);
  if (name !== NOBODY || sayers.length > 0) return name;
  // `"…," warned the minister.`
  if (/^["']$/.test(reading.forms[cue.first - 1] ?? '')) return nameFrom(naming, cue.last);
  return placeOf(reading, sentence, naming, cue);
}

/** Whether what "says" the words cannot speak ("confirmed by the delivery"). */
export function isUnsaid(reading: Reading, sentence: Sentence, cue: Cue, table: Clauses, words: SpeakerWords): boolean {
  if (cue.kind !== 'verb' || reading.forms[cue.last] !== 'by' || tagAt(reading.tokens, cue.last + 1) === 'VERB')
    return false;
  return findSpeaker(reading, sentence, cue, table, words) === NOBODY;
}

/** "according to the mayor", `"…," said the mayor`: the noun phrase right behind. */
function nameFrom(naming: Naming, from: number): Range {
  const { phrases } = naming.table;
  const next = phrases.find(({ first, kind }) => first >= from && kind !== 'other');
  return next?.kind === 'noun' ? nameOf(naming, [next]) : NOBODY;
}

/** "Armenian claims that", "Aliyev's recent claim that": a name right before the noun, or one with a possessive mark. */
function possessorOf(naming: Naming, at: number): Range {
  const { table, isCapital } = naming;
  const noun = table.phrases.find(({ kind, first, last }) => kind === 'noun' && first < at && at < last);
  if (!noun) return NOBODY;
  let last = at;
  while (last > noun.first && table.words.form(last - 1) !== "'s") last -= 1;
  const head = last > noun.first ? last - 2 : at - 1;
  // "the partisan view that" and "The notion that" name nobody.
  const tag = table.words.tag(head);
  const isName =
    (isCapital(head) && tag !== 'DET') || (tag === 'NOUN' && isListed(naming.words, table.words.form(head)));
  if (head < noun.first || (head === at - 1 && !isName)) return NOBODY;
  return nameOf(naming, [{ kind: 'noun', first: noun.first, last: head + 1, head }], head + 1);
}

/** "In Baku, this was viewed as": a capital stands for those who speak there. */
function placeOf({ forms, tokens }: Reading, sentence: Sentence, naming: Naming, cue: Cue): Range {
  const { phrases } = naming.table;
  const verb = phrases.find(({ first, last }) => first <= cue.first && cue.first < last);
  const opens = forms[sentence.first] === 'in' && tagAt(tokens, sentence.first + 1) === 'PROPN';
  return opens && verb?.kind === 'verb' && verb.passive ? nameFrom(naming, sentence.first + 1) : NOBODY;
}
