import type { Analysis, LabelUse } from '../devices/analysis.js';
import type { Referent } from '../devices/referent.js';
import { sentenceAt, tagAt } from '../text/reading.js';
import type { SaidOf } from './mirrors.js';

/** Tokens `[first, last)` of a word whose bearer or doer is asked for. */
export interface Word {
  readonly first: number;
  readonly last: number;
}

/** Kinds of referents that a word can be said of; a deed is not done by a place. */
const ACTORS: ReadonlySet<Referent['kind']> = new Set(['state', 'people', 'group', 'place', 'person', 'body']);

/** A title or an adjective or two: "Karabakh's former separatist", "in the Russian-speaking north of". */
const MOST_BETWEEN = 4;

const FOLLOWERS = new Set(
  `army authority administration band bloc camp commander enclave entity faction fighter force forces front government group leader
  leadership militia militant movement organisation organization party politician population region republic ruler soldier
  state troop troops unit`
    .split(/\s+/)
    .flatMap((noun) => [noun, `${noun}s`, noun.replace(/y$/, 'ies')]),
);
const BE = /^(?:is|are|was|were|be|been|remain|remains|remained|become|becomes|became)$/;
const AGENT = /(?:er|or|ist|ary)s?$|aries$/;
const OWNS = /^'s?$/;
const PLACED = /^(?:of|in|from|within|inside|across|throughout)$/;
/** These tell where, not whom. */
const WHERE = /^(?:in|within|inside|across|throughout)$/;
const AGAINST = /^(?:pro|anti|non|counter|ex|post)$/;
const JOINS = /^(?:and|or|nor|,)$/;

/** An id of a referent, rolled up by `of` to the state; `in` where the words only place the thing there. */
export interface Whom {
  readonly id: string;
  readonly relation: 'of' | 'in';
}

/**
 * Says of whom a word is used, from the words of its own noun phrase alone: a modifier before it ("Ruritanian
 * separatists"), what stands behind its preposition ("separatists of Ruritania", or only placed: "in Ruritania"), the subject of "is"; for a deed its
 * subject, its modifier or "by …". Where two referents stand equally near, or none, it is null: to take the nearest name
 * of the sentence would blame bystanders ("France condemned the separatists").
 */
export function referentAsker(
  { reading, labels }: Pick<Analysis, 'reading' | 'labels'>,
  referents: readonly Referent[],
): (word: Word, saidOf: SaidOf) => Whom | null {
  const byId = new Map(referents.map((referent) => [referent.id, referent]));
  const endingAt = new Map(labels.map((label) => [label.last, label]));
  const startingAt = new Map(labels.map((label) => [label.first, label]));
  const { forms, tokens, sentences } = reading;

  return (word, saidOf) => {
    const sentence = sentences[sentenceAt(sentences, word.first)];
    if (!sentence || (forms[word.first - 1] === '-' && AGAINST.test(forms[word.first - 2] ?? ''))) return null;
    const covering = coveringLabel(word);
    if (covering)
      return saidOf === 'bearer' || byId.get(covering.entry.category)?.kind !== 'place' ? of(covering) : null;
    if (saidOf === 'bearer') return bearer(word, sentence);
    const found = doer(word, sentence, saidOf === 'doer-of');
    return !found || byId.get(found.entry.category)?.kind === 'place' ? null : of(found);
  };

  function of(label: LabelUse): Whom {
    return { id: idOf(label), relation: 'of' };
  }

  /** "[Ruritanian separatists]" as a label of its own says of whom it is. */
  function coveringLabel({ first, last }: Word): LabelUse | undefined {
    for (let at = first; at >= first - MOST_BETWEEN; at -= 1) {
      const label = startingAt.get(at);
      if (label && label.last >= last && isActor(label)) return label;
    }
    return undefined;
  }

  function bearer({ first, last }: Word, { first: start, last: end }: Word): Whom | null {
    const [head, isHead] = headBehind(last, end);
    if (!isHead) return null;
    const before = modifier(first, start) ?? subjectOfBe(first, start);
    const there = placed(head, end);
    const after = there ?? (tagAt(tokens, first) === 'ADJ' ? described(last, end) : undefined);
    if (!after) return before ? of(before) : null;
    const behind: Whom = { id: idOf(after), relation: there && WHERE.test(forms[head] ?? '') ? 'in' : 'of' };
    // Whose it is says more than where it is: "Ruritanian separatists in Borduria".
    if (!before) return behind;
    if (behind.id === idOf(before) || behind.relation === 'in') return of(before);
    const distance = first - before.last - (after.first - head);
    return distance === 0 ? null : distance < 0 ? of(before) : behind;
  }

  function doer({ first, last }: Word, { first: start, last: end }: Word, needsOf: boolean): LabelUse | undefined {
    const by = behindBy(last, end);
    if (by) return by;
    if (tagAt(tokens, first) === 'VERB') return subject(first, last, start, end);
    const [head, isHead] = headBehind(last, end);
    if (!isHead) return undefined;
    // "The Ruritanian occupiers" are Ruritania's; of "the Ruritanian liberation" one cannot say who was freed.
    const isAgent = head > last || AGENT.test(forms[last - 1] ?? '');
    if (needsOf && !isAgent && forms[head] !== 'of') return undefined;
    return modifier(first, start) ?? (isAgent ? subjectOfBe(first, start) : undefined);
  }

  /** The end of the noun phrase that a word heads or modifies; of "terrorist attack" the head is another thing. */
  function headBehind(last: number, end: number): [number, boolean] {
    let at = last;
    while (at < end && FOLLOWERS.has(forms[at] ?? '')) at += 1;
    const next = tagAt(tokens, at);
    const goesOn = at < end && (next === 'NOUN' || forms[at] === '-') && !startingAt.has(at);
    return [at, !goesOn];
  }

  /** "Ruritania's hated regime", "Ruritanian regime"; a plural between is another phrase's noun or a verb. */
  function modifier(first: number, start: number): LabelUse | undefined {
    let describes = true;
    for (let at = first; at > start && first - at <= MOST_BETWEEN; at -= 1) {
      const label = endingAt.get(at);
      if (label) return (describes || OWNS.test(forms[at] ?? '')) && fits(label) && !joined(label) ? label : undefined;
      const form = forms[at - 1] ?? '';
      const tag = tagAt(tokens, at - 1);
      if (OWNS.test(form) && endingAt.has(at - 1)) continue;
      // After a possessive a participle describes, after a name it is a verb ("Ruritania hated separatists").
      if (tag === 'VERB' && /(?:ed|en)$/.test(form)) describes = false;
      else if (!/^(?:ADJ|NOUN|PROPN|NUM)$/.test(tag) || (tag === 'NOUN' && /[^s]s$/.test(form))) return undefined;
    }
    return undefined;
  }

  /** "Ruritania is a puppet". */
  function subjectOfBe(first: number, start: number): LabelUse | undefined {
    let at = first;
    while (
      at > start &&
      first - at < MOST_BETWEEN &&
      /^(?:DET|ADJ|ADV)$/.test(tagAt(tokens, at - 1)) &&
      forms[at - 1] !== 'not'
    )
      at -= 1;
    if (!BE.test(forms[at - 1] ?? '')) return undefined;
    const label = endingAt.get(at - 1);
    return label && fits(label) && !joined(label) && label.first - 1 >= start - 1 && !isUnder(label, start)
      ? label
      : undefined;
  }

  /** "regime in Ruritania", "separatist movement of northern Ruritania". */
  function placed(at: number, end: number): LabelUse | undefined {
    if (!PLACED.test(forms[at] ?? '')) return undefined;
    for (let i = at + 1; i < end && i <= at + MOST_BETWEEN; i += 1) {
      const label = startingAt.get(i);
      if (label) {
        // "in Ruritanian prisons", "of Ruritania's neighbour": another noun is the head.
        const owns = OWNS.test(forms[label.last] ?? '') || tagAt(tokens, label.last) === 'NOUN';
        return fits(label) && !joined(label) && (!owns || forms[at] === 'of') && !OWNS.test(forms[label.last] ?? '')
          ? label
          : undefined;
      }
      if (!/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tagAt(tokens, i))) return undefined;
    }
    return undefined;
  }

  /** "separatist Ruritania". */
  function described(last: number, end: number): LabelUse | undefined {
    const label = startingAt.get(last);
    return label &&
      fits(label) &&
      !joined(label) &&
      !(label.last < end && /^(?:VERB|AUX)$/.test(tagAt(tokens, label.last)))
      ? label
      : undefined;
  }

  /** "invaded by Ruritania", "the occupation of the island by Ruritanian troops". */
  function behindBy(last: number, end: number): LabelUse | undefined {
    for (let i = last; i < end && i <= last + 2 * MOST_BETWEEN; i += 1) {
      if (/^[,;:.()—–]$/.test(forms[i] ?? '') || (i > last && /^(?:VERB|AUX|SCONJ)$/.test(tagAt(tokens, i))))
        return undefined;
      if (forms[i] !== 'by') continue;
      const at = tagAt(tokens, i + 1) === 'DET' ? i + 2 : i + 1;
      const label = startingAt.get(at);
      return label && fits(label) && !joined(label) ? label : undefined;
    }
    return undefined;
  }

  /** "Ruritania has invaded the island", "is invading it": active, with an object. */
  function subject(first: number, last: number, start: number, end: number): LabelUse | undefined {
    if (last >= end || !/^(?:DET|NOUN|PROPN|ADJ|PRON|NUM)$/.test(tagAt(tokens, last))) return undefined;
    let at = first;
    while (at > start && first - at < MOST_BETWEEN && !endingAt.has(at)) {
      const form = forms[at - 1] ?? '';
      if (
        (BE.test(form) && !(forms[first] ?? '').endsWith('ing')) ||
        !(/^(?:AUX|ADV)$/.test(tagAt(tokens, at - 1)) || form === "'s" || FOLLOWERS.has(form))
      )
        return undefined;
      at -= 1;
    }
    const label = endingAt.get(at);
    return label && fits(label) && !joined(label) && !isUnder(label, start) ? label : undefined;
  }

  function isActor({ entry }: LabelUse): boolean {
    const kind = byId.get(entry.category)?.kind;
    return kind !== undefined && ACTORS.has(kind);
  }

  /** "pro-Ruritanian" and "Ruritania-backed" are said of others. */
  function fits(label: LabelUse): boolean {
    return isActor(label) && forms[label.first - 1] !== '-' && forms[label.last] !== '-';
  }

  /** "Ruritanian and Borduran separatists" are of both. */
  function joined(label: LabelUse): boolean {
    const neighbours = [
      JOINS.test(forms[label.first - 1] ?? '') ? endingAt.get(label.first - 1) : undefined,
      JOINS.test(forms[label.last] ?? '') ? startingAt.get(label.last + 1) : undefined,
    ];
    return neighbours.some((other) => other !== undefined && idOf(other) !== idOf(label));
  }

  /** "the leader of Ruritania is …": the subject is another. */
  function isUnder(label: LabelUse, start: number): boolean {
    const at = tagAt(tokens, label.first - 1) === 'DET' ? label.first - 2 : label.first - 1;
    return at >= start && (tagAt(tokens, at) === 'ADP' || tagAt(tokens, at) === 'PART');
  }

  function idOf({ entry }: LabelUse): string {
    return rolledUp(entry.category, byId);
  }
}

/** The referent that another stands for: a president's state, a town's region; a state stands for itself. */
export function rolledUp(id: string, referents: ReadonlyMap<string, Referent>): string {
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    const { kind, of } = referents.get(at) ?? {};
    if (kind === 'state' || of === undefined || seen.has(at)) return at;
    seen.add(at);
    at = of;
  }
}
