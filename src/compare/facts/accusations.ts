import type { Speech } from '../../devices/hearing.js';
import { sentenceAt, tagAt, type Reading, type Sentence } from '../../text/reading.js';
import type { OnTopic } from '../on-topic.js';
import { NO_DEED } from './deed.js';
import { deedKey } from './deed-words.js';
import { grouped } from '../grouped.js';
import type { Mention } from './mention.js';
import type { Named } from './name-use.js';
import { accusedIn, objectFrom, partyOf, subjectBefore, type Party } from './party.js';
import { standingOf } from './standing.js';
import { contentOf, partsClause, wording } from './wording.js';

/**
 * Entries of `lexicon/attribution` whose verb lays a fault at somebody's door, and which of them say the same; others of
 * their stance mock or threaten.
 */
const ACCUSING: ReadonlyMap<string, string> = new Map([
  ['accuse', 'blame'],
  ['blame', 'blame'],
  ['point-finger', 'blame'],
  ['criticise', 'criticise'],
  ['condemn', 'criticise'],
  ['deplore', 'criticise'],
  ['harsh-attack-speech', 'criticise'],
  ['hit-out', 'criticise'],
  ['scold', 'criticise'],
  ['call-out', 'criticise'],
  ['lambast', 'criticise'],
]);
/** Who accuses when the text names no one. */
export const UNNAMED = 'unnamed';
/** Of what, in so many words at most. */
const LONGEST_CHARGE = 10;

/** Who accuses whom of what, in a document's sentences on the topic; `own` are the names told there. */
export function accusationsIn(document: OnTopic, own: readonly Named[]): Mention[] {
  const { reading, speech } = document.analysis;
  const wanted = new Set(document.indices);
  const bySentence = grouped(own, ({ sentence }) => String(sentence));
  const spoken = speech.flatMap((each): Mention[] => {
    const index = sentenceAt(reading.sentences, each.cue.first);
    const sentence = reading.sentences[index];
    const verbs = ACCUSING.get(each.entry.id);
    if (!sentence || !wanted.has(index) || verbs === undefined) return [];
    return accusation(
      document,
      index,
      sentence,
      verbs,
      chargeOf(reading, sentence, each, bySentence.get(String(index)) ?? [], own),
    );
  });
  const drawn = document.indices.flatMap((index): Mention[] => {
    const sentence = reading.sentences[index];
    if (!sentence) return [];
    return accusation(
      document,
      index,
      sentence,
      'criticise',
      criticismDrawn(reading, sentence, bySentence.get(String(index)) ?? []),
    );
  });
  return [...spoken, ...drawn];
}

interface Charge {
  readonly accuser: Party;
  readonly accused: Party | undefined;
  /** The accused as the words between verb and charge have it; undefined where none stand there. */
  readonly object?: string | undefined;
  readonly verb: string;
  readonly denied?: boolean;
  /** Tokens of the whole accusation. */
  readonly first: number;
  readonly last: number;
  /** Where its "of …" or "for …" begins. */
  readonly of: number | undefined;
}

function accusation(
  document: OnTopic,
  index: number,
  sentence: Sentence,
  verbs: string,
  charge: Charge | undefined,
): Mention[] {
  if (!charge?.accused || charge.accuser.key === charge.accused.key) return [];
  const { reading } = document.analysis;
  const { accuser, accused, verb, first, of, denied = false } = charge;
  // Who does not accuse is told by name or not at all: "was not blamed" denies no accusation of anybody's.
  if (denied && accuser.key === UNNAMED) return [];
  const end = of === undefined ? charge.last : chargeEnd(reading, sentence, of);
  const ofWhat = of === undefined ? '' : ` ${wording(reading, of, end)}`;
  return [
    {
      document,
      kind: 'accusation',
      subject: `${accuser.key}-${accused.key}`,
      what: `${accuser.key === UNNAMED ? `${accused.name} ${verb}` : `${accuser.name} ${verb} ${charge.object ?? accused.name}`}${ofWhat}`,
      value: `${denied ? 'not ' : ''}${accuser.key} > ${accused.key}`,
      first,
      last: end,
      sentence: index,
      searched: [accuser.name, accused.name, verb].filter((each) => each !== UNNAMED),
      deed: { ...NO_DEED, key: verbs },
      described: new Set(of === undefined ? [] : [...contentOf(reading, of, end).keys()].map(deedKey)),
      denied,
    },
  ];
}

/** The charge ends with its clause: "of violence | after talks failed", "of stalling | and left". */
function chargeEnd({ forms, tokens }: Reading, sentence: Sentence, of: number): number {
  let end = of + 1;
  while (
    end < sentence.last &&
    end - of <= LONGEST_CHARGE &&
    !partsClause(forms[end]) &&
    !/^(?:after|before|when|while|as|because|since|although|though|but|if|until|amid|who|which|that|by)$/.test(
      forms[end] ?? '',
    ) &&
    !(
      forms[end] === 'and' &&
      /^(?:VERB|AUX|PRON)$/.test(tagAt(tokens, end + 1)) &&
      !(forms[end + 1] ?? '').endsWith('ing')
    )
  )
    end += 1;
  // Cut by length, a charge does not end in a preposition or an article.
  while (end > of + 1 && /^(?:ADP|DET|CCONJ|PART)$/.test(tagAt(tokens, end - 1))) end -= 1;
  return end;
}

function chargeOf(
  reading: Reading,
  sentence: Sentence,
  { cue, speaker }: Speech,
  inSentence: readonly Named[],
  inDocument: readonly Named[],
): Charge | undefined {
  const { forms } = reading;
  const standing = standingOf(reading, sentence, cue.first, cue.last);
  if (standing.is === 'unmade') return undefined;
  const passive = isPassive(reading, sentence, cue.first);
  const accuser =
    speaker !== undefined
      ? partyOf(speaker, inSentence, inDocument)
      : ((passive ? undefined : subjectBefore(reading, sentence, cue.first, inSentence)) ?? {
          key: UNNAMED,
          name: UNNAMED,
        });
  if (!accuser) return undefined;
  const objectEnd = objectFrom(reading, sentence, cue.last);
  const accused = passive
    ? subjectBefore(reading, sentence, cue.first, inSentence)
    : accusedIn(reading, cue.last, objectEnd, inSentence);
  const from = passive ? cue.last : behindAside(forms, objectEnd, sentence.last);
  const of = behind(forms, from, sentence.last, passive ? sentence.last : from + 1);
  const denied = standing.is === 'denied';
  const verb = wording(reading, standing.from, cue.last);
  const object = passive ? undefined : wording(reading, cue.last, objectEnd);
  return { accuser, accused, object, verb, denied, first: standing.from, last: passive ? cue.last : objectEnd, of };
}

/** "accused the line, a Danish company, of …": the charge goes on behind what stands between commas. */
function behindAside(forms: readonly string[], at: number, last: number): number {
  if (forms[at] !== ',') return at;
  const closes = forms.slice(at + 1, Math.min(last, at + LONGEST_CHARGE)).indexOf(',');
  return closes >= 0 && /^(?:of|for)$/.test(forms[at + closes + 2] ?? '') ? at + closes + 2 : at;
}

/** Where the "of …", "for …", "over …" of a charge begins. */
function behind(forms: readonly string[], from: number, last: number, limit: number): number | undefined {
  for (let i = from; i < Math.min(last, limit); i += 1) {
    if (/^(?:of|for|over|as)$/.test(forms[i] ?? '')) return i;
    if (/^[;:.]$/.test(forms[i] ?? '')) return undefined;
  }
  return undefined;
}

function isPassive({ forms }: Reading, sentence: Sentence, cue: number): boolean {
  for (let i = cue - 1; i >= Math.max(sentence.first, cue - 3); i -= 1) {
    if (/^(?:is|are|was|were|been|being|be|stands?|stood)$/.test(forms[i] ?? ''))
      return !(forms[cue] ?? '').endsWith('ing');
    if (forms[i] === ',') return false;
  }
  return false;
}

const DRAWS =
  /^(?:fac(?:e|es|ed|ing)|dr(?:ew|aw|aws|awn|awing)|attract(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|met|spark(?:s|ed)?|provok(?:e|es|ed)|meets)$/;
const CRITICISM = /^(?:criticisms?|condemnation|accusations?|rebukes?|blame|censure|denunciation)$/;
const REACH = 6;

/** "The port drew sharp criticism from residents over its plans". */
function criticismDrawn(reading: Reading, sentence: Sentence, inSentence: readonly Named[]): Charge | undefined {
  const { forms } = reading;
  for (let i = sentence.first; i < sentence.last; i += 1) {
    if (!DRAWS.test(forms[i] ?? '')) continue;
    let noun = i + 1;
    while (noun < Math.min(sentence.last, i + REACH) && !CRITICISM.test(forms[noun] ?? '')) noun += 1;
    if (!CRITICISM.test(forms[noun] ?? '') || noun >= sentence.last) continue;
    if (/^(?:no|little|neither)$/.test(forms[i + 1] ?? '') || standingOf(reading, sentence, i, noun + 1).is !== 'made')
      continue;
    const from = /^(?:from|by)$/.test(forms[noun + 1] ?? '') ? noun + 2 : undefined;
    const accuser =
      from === undefined
        ? { key: UNNAMED, name: UNNAMED }
        : accusedIn(reading, from, objectFrom(reading, sentence, from), inSentence);
    if (!accuser) continue;
    const accused = subjectBefore(reading, sentence, i, inSentence);
    const last = from === undefined ? noun + 1 : objectFrom(reading, sentence, from);
    return {
      accuser,
      accused,
      verb: 'criticised',
      first: i,
      last,
      of: behind(forms, noun + 1, sentence.last, last + 1),
    };
  }
  return undefined;
}
