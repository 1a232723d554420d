import type { Analysis, LabelUse } from '../../devices/analysis.js';
import type { Names, Referent } from '../../devices/referent.js';
import { clausesIn, type ClausesOf, type NounPhrase } from '../../text/clause.js';
import { sentenceAt, spanOf, tagAt, type Reading, type Sentence } from '../../text/reading.js';
import type { Party } from '../schema/deed.js';
import { isPersonNoun, standsFor } from './body-nouns.js';

export interface FoundParty {
  readonly party: Party;
  /** The words say who it is; a pronoun with two to choose from does not. */
  readonly certain: boolean;
}

export type PartyFinder = (noun: NounPhrase) => FoundParty;

const PERSONAL = /^(?:it|he|she|they|him|them|itself|himself|herself|themselves)$/;
/** Someone whom the sentence alone does not name. */
const OPEN = /^(?:i|we|us|me|you|one|who|others|another|both|whose)$/;
/** "former French president" is not the one in office. */
const NOT_IN_OFFICE = /^(?:former|ex|late|then|deputy|vice|ousted|exiled)$/;
/** No label of a referent is longer, and no name that goes on behind its head ("Republic of South Sudan"). */
const MOST_TOKENS_OF_A_LABEL = 8;

/** Tells whom noun phrases of a text name, by the labels of the corpus's referents. */
export function openParties({ reading, labels }: Analysis, names: Names): PartyFinder {
  const referents = new Map(names.referents.map((referent) => [referent.id, referent]));
  const byLast = new Map<number, LabelUse[]>();
  for (const label of labels) {
    const known = byLast.get(label.last);
    if (known) known.push(label);
    else byLast.set(label.last, [label]);
  }
  const toldIn = new Map<Sentence, ClausesOf>();

  return (noun) => {
    const named = referentOf(noun);
    if (named) return { party: partyOf(named, noun), certain: true };
    const word = reading.forms[noun.first] ?? '';
    if (!PERSONAL.test(word)) return { party: partyOf(undefined, noun), certain: !OPEN.test(word) };
    const meant = meantBy(word, noun.first);
    return { party: partyOf(meant, noun), certain: meant !== undefined };
  };

  function partyOf(referent: Referent | undefined, { first, last, tail }: NounPhrase): Party {
    const { start, end } = spanOf(reading.tokens, first, tail ?? last);
    const text = reading.text.slice(start, end);
    return { referent: referent?.id ?? null, name: referent?.name ?? text, start, end, text };
  }

  /** The head decides: "the French president", "the French government", but not "French flags". */
  function referentOf(noun: NounPhrase): Referent | undefined {
    const whole = labelOver(noun);
    if (whole) return NOT_IN_OFFICE.test(reading.forms[whole.first - 1] ?? '') ? undefined : referentBy(whole);
    if (!standsFor(reading, noun)) return undefined;
    const owners = new Set<Referent>();
    for (let last = noun.first + 1; last <= noun.head; last += 1) {
      for (const use of byLast.get(last) ?? []) {
        const referent = referentBy(use);
        if (referent && ACTING_THROUGH_BODIES.has(referent.kind)) owners.add(referent);
      }
    }
    const [owner] = owners;
    return owners.size === 1 ? owner : undefined;
  }

  function referentBy({ entry }: LabelUse): Referent | undefined {
    return referents.get(entry.category);
  }

  /** The longest label over the head; it may run on behind it ("Republic of Peru"). */
  function labelOver({ first, head }: NounPhrase): LabelUse | undefined {
    let longest: LabelUse | undefined;
    for (let last = head + 1; last <= head + MOST_TOKENS_OF_A_LABEL; last += 1) {
      for (const use of byLast.get(last) ?? []) {
        const longer = !longest || use.last - use.first > longest.last - longest.first;
        if (use.first >= first && use.first <= head && longer) longest = use;
      }
    }
    return longest;
  }

  /**
   * The safe rule: the one name before it, in its own sentence or else in the one before, that the pronoun can stand
   * for, if that name is a subject there. Two to choose from are none, even where a reader would know.
   */
  function meantBy(pronoun: string, at: number): Referent | undefined {
    const index = sentenceAt(reading.sentences, at);
    const sentence = reading.sentences[index];
    if (!sentence) return undefined;
    // "It wants the deal, it needs the money": both stand for what the first does.
    const begun = reading.forms.indexOf(pronoun, sentence.first);
    const until = begun < at ? begun : at;
    const here = candidates(pronoun, sentence, until);
    if (here.all.size > 0) return only(here);
    const before = reading.sentences[index - 1];
    return before?.part === sentence.part ? only(candidates(pronoun, before, before.last)) : undefined;
  }

  function candidates(pronoun: string, sentence: Sentence, until: number): Candidates {
    const told = toldIn.get(sentence) ?? clausesIn(reading, sentence);
    toldIn.set(sentence, told);
    const all = new Set<Referent | string>();
    for (const noun of told.nouns) {
      if (noun.head >= until) break;
      const referent = referentOf(noun);
      if (fits(pronoun, reading, noun, referent)) all.add(referent ?? reading.forms[noun.head] ?? '');
    }
    // A name inside another's noun phrase ("France's chairmanship") may be meant as well.
    for (let last = sentence.first + 1; last <= until; last += 1) {
      for (const use of byLast.get(last) ?? []) {
        const referent = referentBy(use);
        if (referent && fitsKind(pronoun, referent)) all.add(referent);
      }
    }
    const subjects = told.clauses.flatMap(({ form, doers, undergoers }) => (form === 'active' ? doers : undergoers));
    return { all, subjects: new Set(subjects.map((noun) => referentOf(noun))) };
  }
}

interface Candidates {
  readonly all: ReadonlySet<Referent | string>;
  readonly subjects: ReadonlySet<Referent | undefined>;
}

function only({ all, subjects }: Candidates): Referent | undefined {
  const [first] = all;
  return all.size === 1 && typeof first === 'object' && subjects.has(first) ? first : undefined;
}

const ACTING_THROUGH_BODIES: ReadonlySet<Referent['kind']> = new Set(['state', 'place', 'body', 'group']);

/** Whether a pronoun may stand for a noun phrase; in doubt it may, so that the choice stays open. */
function fits(pronoun: string, reading: Reading, noun: NounPhrase, referent: Referent | undefined): boolean {
  if (referent) return fitsKind(pronoun, referent);
  const tag = tagAt(reading.tokens, noun.head);
  if (tag !== 'NOUN' && tag !== 'PROPN') return false;
  const form = reading.forms[noun.head] ?? '';
  const plural = tag === 'NOUN' && form.endsWith('s') && !form.endsWith('ss');
  if (/^the[my]/.test(pronoun)) return plural;
  if (plural) return false;
  return tag === 'PROPN' || (pronoun.startsWith('it') ? standsFor(reading, noun) : isPersonNoun(form));
}

function fitsKind(pronoun: string, { kind }: Referent): boolean {
  if (/^the[my]/.test(pronoun)) return kind === 'people' || kind === 'group';
  return pronoun.startsWith('it') ? ['state', 'place', 'body', 'group'].includes(kind) : kind === 'person';
}
