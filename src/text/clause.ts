import { agentOf } from './clause/agent.js';
import { unstatedIn } from './clause/mood.js';
import type { NounPhrase } from './clause/noun-phrase.js';
import { objectOf } from './clause/object.js';
import { participleSubject } from './clause/participle.js';
import type { Clauses, Subject } from './clause/clauses.js';
import { tableOf } from './clause/table.js';
import type { VerbGroup } from './clause/verb-group.js';
import { BE, BLAMES, EVENTS, HAPPENING, HAPPENS_WITH, isState, WEAKLY_HAPPENING } from './clause/verb-words.js';
import { undergoingOf } from './clause/undergoing.js';
import type { Words } from './clause/word.js';
import type { Reading, Sentence } from './reading.js';

export type { NounPhrase } from './clause/noun-phrase.js';

/** How a clause tells its deed; `agentless`: a passive without its doer, `intransitive`: something that happens. */
export type ClauseForm = 'active' | 'passive' | 'agentless' | 'intransitive';

/** One verb with who does it and to whom, as far as the words say. Token ranges are half-open. */
export interface Clause {
  /** The verb group, with the preposition that leads to its target. */
  readonly first: number;
  readonly last: number;
  /** Its words without adverbs, ascending. */
  readonly parts: readonly number[];
  readonly main: number;
  readonly form: ClauseForm;
  readonly doers: readonly NounPhrase[];
  readonly undergoers: readonly NounPhrase[];
  /** The words decide who does it to whom. */
  readonly certain: boolean;
  /** The sentence says that it is so; not what it asks, supposes, denies of everyone or embeds in a denial. */
  readonly stated: boolean;
}

type Told = Omit<Clause, 'stated'>;

/** The clauses of a sentence and all its noun phrases, in text order. */
export interface ClausesOf {
  readonly clauses: readonly Clause[];
  readonly nouns: readonly NounPhrase[];
}

/**
 * A shallow parse over part-of-speech tags: noun phrases and verb groups first, then each verb's subject and object by
 * a few listed patterns (after the cascades of Abney 1996). What no pattern decides is left open. Linear in the
 * sentence but for steps that are bounded.
 */
export function clausesIn(reading: Reading, sentence: Sentence): ClausesOf {
  const table = tableOf(reading, sentence);
  const { words, phrases } = table;
  const isUnstated = unstatedIn(words);
  const clauses = phrases.flatMap((phrase, at): Clause[] => {
    if (phrase.kind !== 'verb' || phrase.finite === 'bare' || phrase.finite === 'infinitive' || phrase.stative)
      return [];
    if (!phrase.passive && isState(words.form(phrase.main))) return [];
    const found = table.subjects.get(at);
    const subject = found && found.phrases.length > 0 ? found : (participleSubject(table, at) ?? found);
    if (!subject) return [];
    // An auxiliary before its subject asks or supposes.
    const stated =
      !isUnstated(phrase.main) && !subject.auxiliary && !subject.phrases.some((noun) => isNobody(words, noun));
    return clauseOf(table, at, phrase, subject).map((clause) => ({ ...clause, stated }));
  });
  return { clauses, nouns: phrases.filter((phrase) => phrase.kind === 'noun') };
}

/** "No one", "none of the banks": what they do, no one does. */
function isNobody({ form }: Words, { first }: NounPhrase): boolean {
  return /^(?:no|none|nobody|nothing|neither)$/.test(form(first));
}

function clauseOf(table: Clauses, at: number, verb: VerbGroup, subject: Subject): Told[] {
  const { words, phrases } = table;
  const whole = (noun: NounPhrase): NounPhrase => withTail(table, noun, at);
  const told = {
    first: verb.first,
    last: verb.last,
    parts: [...(subject.auxiliary?.parts ?? []), ...verb.parts],
    main: verb.main,
  };
  const known = subject.certain ? subject.phrases.map(whole) : [];
  if (isPassive(table, at, verb, subject)) {
    const agent = agentOf(table, at);
    // "the plan opposed by unions" tells its doer; without one a participle behind its noun describes and tells no deed.
    if (subject.reduced && agent.phrases.length === 0) return [];
    const form = agent.phrases.length > 0 || !agent.certain ? 'passive' : 'agentless';
    const isDummy = words.form(subject.phrases[0]?.head ?? -1) === 'it' && phrases[at + 1]?.kind === 'subordinator';
    const undergoers = isDummy ? [] : known;
    return [{ ...told, form, doers: agent.phrases.map(whole), undergoers, certain: subject.certain && agent.certain }];
  }
  if (subject.reduced) return [];
  const undergoing = undergoingOf(table, at);
  if (undergoing) {
    const parts = [...told.parts, ...range(verb.last, undergoing.last)];
    const form = undergoing.doers.length > 0 ? 'passive' : 'agentless';
    const doers = undergoing.doers.map(whole);
    return [{ ...told, last: undergoing.last, parts, form, doers, undergoers: known, certain: subject.certain }];
  }
  const object = objectOf(table, at);
  const end = happens(words, verb, subject, object.phrases.length);
  if (end !== undefined) {
    const certain = subject.certain && words.form(phrases[at + 1]?.first ?? -1) !== 'by';
    const parts = [...told.parts, ...range(verb.last, end)];
    return [{ ...told, last: end, parts, form: 'intransitive', doers: [], undergoers: known, certain }];
  }
  const parts = [...told.parts, ...range(verb.last, object.last)];
  const certain = subject.certain && object.certain && subject.phrases.length > 0;
  return [
    {
      ...told,
      last: Math.max(verb.last, object.last),
      parts,
      form: 'active',
      doers: known,
      undergoers: object.phrases.map(whole),
      certain,
    },
  ];
}

const OF_VERBS =
  /^(?:depriv|rob|inform|remind|convinc|persuad|warn|rid|strip|clear|cur|reliev|notif|assur|acquit)(?:e|es|ed|ing|s|y|ies|ied|bed|bing|ped|ping)?$/;
const MOST_OF_PHRASES = 3;

/** The noun phrase with its "of" phrases, unless the "of" is the verb's ("accused the bank of fraud"). */
function withTail({ words, phrases }: Clauses, noun: NounPhrase, verbAt: number): NounPhrase {
  const verb = phrases[verbAt];
  const takesOf = verb?.kind === 'verb' && (BLAMES.has(words.form(verb.main)) || OF_VERBS.test(words.form(verb.main)));
  let at = phrases.findIndex(({ first }) => first === noun.first);
  if (takesOf && at > verbAt) return noun;
  let tail = noun.last;
  for (let steps = 0; steps < MOST_OF_PHRASES; steps += 1) {
    const next = phrases[at + 2];
    if (words.form(phrases[at + 1]?.first ?? -1) !== 'of' || next?.kind !== 'noun') break;
    tail = next.last;
    at += 2;
  }
  return { ...noun, tail };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
}

/** "was arrested and charged": a participle that shares a passive's auxiliary, unless an object follows. */
function isPassive(table: Clauses, at: number, verb: VerbGroup, subject: Subject): boolean {
  const { words, phrases, subjects } = table;
  if (verb.passive || (subject.reduced && verb.finite !== 'finite')) return true;
  // "Was the bridge closed?"
  if (subject.auxiliary) return BE.has(words.form(subject.auxiliary.main)) && !words.form(verb.main).endsWith('ing');
  // "talks brokered by the king"
  const acts = !HAPPENING.has(words.form(verb.main)) && !WEAKLY_HAPPENING.has(words.form(verb.main));
  const byWhom = acts && verb.finite === 'past' && words.form(phrases[at + 1]?.first ?? -1) === 'by';
  if (byWhom && agentOf(table, at).phrases.length > 0) return true;
  if (!subject.shared || verb.finite === 'finite' || phrases[at + 1]?.kind === 'noun') return false;
  for (let i = at - 1; i >= 0; i -= 1) {
    const earlier = phrases[i];
    if (earlier?.kind !== 'verb' || !subjects.has(i)) continue;
    // "was arrested, tried and sentenced": a participle between shares it as well.
    const shares = earlier.finite === 'past' && subjects.get(i)?.shared === true && phrases[i + 1]?.kind !== 'noun';
    if (earlier.passive || !shares) return earlier.passive;
  }
  return false;
}

/** Where the words of a happening end ("took place"); undefined for a deed. */
function happens(words: Words, verb: VerbGroup, subject: Subject, objects: number): number | undefined {
  const form = words.form(verb.main);
  const head = subject.phrases[0]?.head;
  if (head === undefined || words.tag(head) === 'PRON') return undefined;
  if (words.tag(head) === 'PROPN' && head !== words.first) return undefined;
  const second = HAPPENS_WITH.get(form);
  if (second !== undefined && words.form(verb.last) === second) return verb.last + 1;
  if (objects > 0) return undefined;
  if (HAPPENING.has(form) && (second === undefined || words.form(verb.last - 1) === second)) return verb.last;
  return WEAKLY_HAPPENING.has(form) && EVENTS.has(words.form(head)) ? verb.last : undefined;
}
