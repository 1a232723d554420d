import {
  ABLE,
  ENDS_IN_OFF,
  BE,
  CONTINUES_WITH_ING,
  GET,
  HAVE,
  HELPS,
  isOnlyParticiple,
  isParticle,
  isStative,
  mayBeParticiple,
  RAISES,
} from './verb-words.js';
import type { Words } from './word.js';

/**
 * A verb with its auxiliaries, its negation, its particle and the infinitive it governs: "has not cosied up", "failed to
 * demonstrate". Tokens `[first, last)`.
 */
export interface VerbGroup {
  readonly kind: 'verb';
  readonly first: number;
  readonly last: number;
  /** Its words without the adverbs between them, ascending. */
  readonly parts: readonly number[];
  /** The last verb: what is done. */
  readonly main: number;
  /** The first verb that is no auxiliary. */
  readonly lead: number;
  /** `past` may be a past tense or a participle, `bare` is auxiliaries alone: "was", "has", "will". */
  readonly finite: 'finite' | 'past' | 'participle' | 'infinitive' | 'bare';
  readonly passive: boolean;
  /** A passive of a state ("is interested in"), which is no deed. */
  readonly stative: boolean;
  /** Its tense as its first word tells it; coordinated verbs share it. */
  readonly tense: string;
}

interface Segment {
  readonly auxiliaries: readonly number[];
  readonly main: number | undefined;
  readonly negations: readonly number[];
  readonly end: number;
}

/** Adverbs without which the verb would say the opposite; "has yet to" among them. */
const NEGATION = /^(?:not|n't|never|hardly|barely|scarcely|rarely|seldom|nearly|almost|yet)$/;
const MOST_GOVERNED = 4;

export function verbGroupAt(words: Words, at: number): VerbGroup | undefined {
  const infinitive = words.form(at) === 'to';
  const begun = infinitive ? at + 1 : at;
  let segment = segmentAt(words, begun);
  if (segment.end === begun) return undefined;
  const first = segment;
  const parts = [...(infinitive ? [at] : []), ...partsOf(segment)];
  let passive = isPassive(words, segment);
  for (let governed = 0; governed < MOST_GOVERNED; governed += 1) {
    const from = governedFrom(words, segment, passive);
    const next = from === undefined ? undefined : segmentAt(words, from.at);
    if (from === undefined || next?.main === undefined) break;
    parts.push(...from.parts, ...partsOf(next));
    segment = next;
    passive = isPassive(words, segment);
  }
  let last = segment.end;
  if (segment.main !== undefined && isParticleAt(words, last, words.form(segment.main))) {
    parts.push(last);
    last += 1;
  }
  const main = segment.main ?? segment.end - 1;
  return {
    kind: 'verb',
    first: at,
    last,
    parts: parts.sort((a, b) => a - b),
    main,
    lead: first.main ?? main,
    finite: infinitive ? 'infinitive' : segment.main === undefined ? 'bare' : finiteness(words, first),
    passive,
    stative: passive && isStative(words.form(main)),
    tense: tenseOf(words, first),
  };
}

function partsOf({ auxiliaries, negations, main }: Segment): number[] {
  return [...auxiliaries, ...negations, ...(main === undefined ? [] : [main])];
}

/** Auxiliaries, then a verb; adverbs are stepped over only when a verb of the group follows them. */
function segmentAt(words: Words, at: number): Segment {
  const auxiliaries: number[] = [];
  const negations: number[] = [];
  let end = at;
  for (let i = at; i < words.last; i += 1) {
    const tag = words.tag(i);
    const form = words.form(i);
    if (tag === 'AUX' && form !== "'s") auxiliaries.push(i);
    else if (tag === 'AUX' && form === "'s") {
      if (words.tag(i + 1) === 'NOUN') break;
      auxiliaries.push(i);
    } else if (tag === 'VERB') {
      // "got evicted": get as an auxiliary.
      if ((GET.has(form) || HAVE.has(form)) && words.tag(i + 1) === 'VERB' && mayBeParticiple(words.form(i + 1))) {
        auxiliaries.push(i);
        end = i + 1;
        continue;
      }
      return { auxiliaries, negations: negations.filter((each) => each < i), main: i, end: i + 1 };
    } else if (NEGATION.test(form)) {
      negations.push(i);
      if (auxiliaries.length === 0 && i > at && words.tag(i - 1) !== 'ADV') break;
      if (auxiliaries.length > 0) end = i + 1;
      continue;
    } else if (tag === 'ADV' || (tag === 'PART' && form !== 'to' && form !== "'s")) continue;
    else break;
    end = i + 1;
  }
  return { auxiliaries, negations: negations.filter((each) => each < end), main: undefined, end };
}

/** Where the verb that this one governs begins: "failed to …", "was able to …", "began warning", "helped build". */
function governedFrom(
  words: Words,
  { main, end, auxiliaries }: Segment,
  passive: boolean,
): { at: number; parts: readonly number[] } | undefined {
  const verb = main === undefined ? '' : words.form(main);
  let at = end;
  const parts: number[] = [];
  if (main === undefined && auxiliaries.length > 0 && ABLE.has(words.form(at)) && words.form(at + 1) === 'to') {
    parts.push(at);
    at += 1;
  }
  while (words.tag(at) === 'ADV' && /^(?:ADV|PART|VERB)$/.test(words.tag(at + 1))) at += 1;
  if (words.form(at) === 'to' && /^(?:VERB|AUX|ADV)$/.test(words.tag(at + 1))) {
    if (passive && !RAISES.has(verb)) return undefined;
    return { at: at + 1, parts: [...parts, at] };
  }
  if (passive || main === undefined || words.tag(at) !== 'VERB') return undefined;
  const governs = CONTINUES_WITH_ING.has(verb)
    ? words.form(at).endsWith('ing')
    : HELPS.has(verb) && !/(?:ing|ed)$/.test(words.form(at));
  return governs ? { at, parts } : undefined;
}

function isPassive(words: Words, { auxiliaries, main }: Segment): boolean {
  if (main === undefined || words.form(main).endsWith('ing')) return false;
  const last = words.form(auxiliaries.at(-1) ?? -1);
  return BE.has(last) || GET.has(last);
}

function finiteness(words: Words, { auxiliaries, main }: Segment): VerbGroup['finite'] {
  const auxiliary = auxiliaries[0];
  if (auxiliary !== undefined)
    return /^(?:be|been|being|having|getting|gotten)$/.test(words.form(auxiliary)) ? 'participle' : 'finite';
  const form = words.form(main ?? -1);
  if (form.endsWith('ing') && form.length > 5) return 'participle';
  if (isOnlyParticiple(form)) return 'participle';
  return mayBeParticiple(form) ? 'past' : 'finite';
}

function tenseOf(words: Words, { auxiliaries, main }: Segment): string {
  const auxiliary = words.form(auxiliaries[0] ?? -1);
  if (/^(?:has|have|'ve)$/.test(auxiliary)) return 'have';
  if (/^(?:is|are|am|'s|'re)$/.test(auxiliary)) return 'present';
  if (/^(?:do|does)$/.test(auxiliary)) return 'present';
  if (/^(?:was|were|did)$/.test(auxiliary)) return 'past';
  if (auxiliary !== '') return auxiliary;
  const form = words.form(main ?? -1);
  if (form.endsWith('s') && !form.endsWith('ss')) return 'present';
  return form.endsWith('ed') ? 'past' : 'plain';
}

function isParticleAt(words: Words, at: number, verb: string): boolean {
  if (!isParticle(words.form(at)) || !/^(?:ADP|ADV|PART)$/.test(words.tag(at))) return false;
  if (!/^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(words.tag(at + 1))) return true;
  // Before a noun phrase "over" and "through" lead to a place, and "off" does behind most verbs ("sank off the coast").
  return !/^(?:over|through)$/.test(words.form(at)) && (words.form(at) !== 'off' || ENDS_IN_OFF.has(verb));
}
