import { compilePhrases, type Phrase } from '../text/phrase-table.js';
import { openPhrases, type Scan } from '../text/match.js';
import { parsePhrase } from '../text/phrase.js';
import type { Inflect } from '../text/inflect.js';
import type { Names } from '../devices/referent.js';

/**
 * One way of finding a topic: groups that must all be met, the first in the sentence itself, the others there or in a
 * neighbouring sentence. A group is met by any of its phrases; `@id` stands for every label of a referent.
 */
export interface TopicCue {
  readonly groups: readonly (readonly string[])[];
  /** Whether the groups after the first may stand in a neighbouring sentence. */
  readonly near: boolean;
}

/** A question put to a corpus, with the cues that find it in a text. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly cues: readonly TopicCue[];
  /** A sentence with one of these is not on the topic. */
  readonly not: readonly string[];
  /** What the topic is about, where it has a date (ISO, as far as it is known). */
  readonly event?: { readonly date: string; readonly what: string } | undefined;
  /** True for a topic made from a reader's own words. */
  readonly typed: boolean;
}

/** A topic ready for retrieval. Payloads are group numbers; `notGroup` is the last. */
export interface OpenTopic {
  readonly topic: Topic;
  readonly scan: Scan;
  /** For each cue its group numbers. */
  readonly cues: readonly { readonly groups: readonly number[]; readonly near: boolean }[];
  /** The phrases of each group, for saying what was searched for. */
  readonly groups: readonly (readonly string[])[];
  readonly notGroup: number;
}

export function openTopic(topic: Topic, names: Names, inflect: Inflect): OpenTopic {
  const numbers = new Map<string, number>();
  const groups: (readonly string[])[] = [];
  const phrases: Phrase[] = [];
  const numberOf = (group: readonly string[]): number => {
    const key = group.join('|');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = groups.push(group) - 1;
    numbers.set(key, number);
    for (const term of group.flatMap((each) => expand(each, names)))
      phrases.push({ slots: parsePhrase(term, 'all', inflect), payload: number });
    return number;
  };
  const cues = topic.cues.map(({ groups: each, near }) => ({ groups: each.map(numberOf), near }));
  const notGroup = numberOf(topic.not);
  return { topic, scan: openPhrases(compilePhrases(phrases)), cues, groups, notGroup };
}

/** `@turkey` to every label of Turkey and of those who stand for it (its capital, its president). */
export function expand(phrase: string, names: Names): string[] {
  if (!phrase.startsWith('@')) return [phrase];
  const id = phrase.slice(1);
  return names.referents
    .filter((referent) => referent.id === id || referent.of === id)
    .flatMap((referent) => referent.labels.flatMap((label) => label.terms));
}
