import { longestFirst } from '../text/longest.js';
import type { Match } from '../text/match.js';
import type { PartOfSpeech } from '../text/inflect.js';
import { sentenceAt, tagAt, type Reading } from '../text/reading.js';
import type { TermMatch } from './device.js';
import { openPayload, type GuardRole } from './lexicon/compile.js';
import type { DeviceId } from './lexicon/entry.js';
import type { Lexicon } from './lexicon/lexicon.js';

/** Terms that stand after their entries' guards, by device; of overlapping ones the longest. */
export function guardedTerms(reading: Reading, inName: Uint8Array, lexicon: Lexicon): Map<DeviceId, TermMatch[]> {
  const guards = sentenceGuards(reading, lexicon);
  const standing = new Map<DeviceId, TermMatch[]>();
  for (const { first, last, payload } of lexicon.scan(reading)) {
    const { entry: index, single } = openPayload(payload);
    const entry = lexicon.entries[index];
    if (!entry || (inName[first] === 1 && inName[last - 1] === 1)) continue;
    if (single && !entry.pos.some((pos) => tagAllows(reading, first, pos))) continue;
    const roles = lexicon.guardsOf(index);
    if (roles && !passes(first, last, roles, guards(first))) continue;
    const list = standing.get(entry.device);
    if (list) list.push({ payload, first, last, entry });
    else standing.set(entry.device, [{ payload, first, last, entry }]);
  }
  for (const [device, list] of standing) standing.set(device, longestFirst(list.sort(inOrder(reading))));
  return standing;
}

/**
 * Of two entries on the same words the one whose part of speech is the tagger's stands (a phrase has several), then the first in the lexicon's
 * order: what else the lexicon holds changes nothing.
 */
function inOrder({ tokens }: Reading): (a: TermMatch, b: TermMatch) => number {
  const fits = ({ entry, first, payload }: TermMatch): number => {
    if (!openPayload(payload).single) return 0;
    const pos = PART_OF_TAG.get(tagAt(tokens, first));
    return pos !== undefined && entry.pos.includes(pos) ? 0 : 1;
  };
  return (a, b) => a.first - b.first || fits(a) - fits(b) || a.payload - b.payload;
}

const PART_OF_TAG = new Map<string, PartOfSpeech>([
  ['VERB', 'verb'],
  ['AUX', 'verb'],
  ['NOUN', 'noun'],
  ['PROPN', 'noun'],
  ['ADJ', 'adj'],
  ['ADV', 'adv'],
]);

/** Guards' phrases in the sentence of a token; looked for only in sentences with a term that has guards. */
function sentenceGuards(reading: Reading, { scanGuards }: Lexicon): (token: number) => readonly Match[] {
  const found = new Map<number, readonly Match[]>();
  return (token) => {
    const index = sentenceAt(reading.sentences, token);
    let matches = found.get(index);
    if (!matches) {
      const { forms, ids, table } = reading;
      matches = scanGuards({ forms, ids, table, sentences: reading.sentences.slice(index, index + 1) });
      found.set(index, matches);
    }
    return matches;
  };
}

function passes(first: number, last: number, roles: ReadonlyMap<number, GuardRole>, guards: readonly Match[]): boolean {
  let needed = false;
  for (const role of roles.values()) needed ||= role === 'onlyWith';
  for (const match of guards) {
    const role = roles.get(match.payload);
    if (role === undefined) continue;
    const touches = match.first < last && first < match.last;
    if (role === 'unless' ? touches : role === 'notWith' && !touches) return false;
    if (role === 'onlyWith' && !touches) needed = false;
  }
  return !needed;
}

/**
 * Whether the tagger's reading of a word lets it be `pos`. The tagger errs on rare verbs and participles
 * ("disquiets" a noun, "upended" an adjective), so a participle may carry any tag, and a noun tag between a subject
 * and an object is taken for the verb it must be.
 */
export function tagAllows({ forms, tokens }: Reading, at: number, pos: PartOfSpeech): boolean {
  const tag = tagAt(tokens, at);
  const form = forms[at] ?? '';
  switch (pos) {
    case 'fixed':
      return true;
    case 'noun':
      // "Moscow claims the drone was …": between a subject and its object stands no noun.
      if (tag === 'NOUN' && forms[at + 1] !== 'that' && standsAsVerb({ tokens, forms }, at)) return false;
      return (
        tag === 'NOUN' ||
        tag === 'PROPN' ||
        tag === 'ADJ' ||
        tag === 'X' ||
        (tag === 'VERB' && /^(?:DET|ADJ|ADP)$/.test(tagAt(tokens, at - 1)))
      );
    case 'verb':
      return (
        tag === 'VERB' ||
        tag === 'AUX' ||
        ((tag === 'ADJ' || tag === 'NOUN') && PARTICIPLE.test(form)) ||
        tag === 'X' ||
        ((tag === 'NOUN' || tag === 'PROPN') && standsAsVerb({ tokens, forms }, at))
      );
    case 'adj':
      return (
        tag === 'ADJ' ||
        tag === 'ADV' ||
        tag === 'X' ||
        tag === 'PROPN' ||
        (tag === 'VERB' && PARTICIPLE.test(form)) ||
        (tag === 'NOUN' && /^(?:NOUN|ADJ|PUNCT|PROPN)$/.test(tagAt(tokens, at + 1)))
      );
    case 'adv':
      return form.endsWith('ly') || (tag !== 'NOUN' && tag !== 'VERB' && tag !== 'PROPN');
  }
}

const PARTICIPLE = /(?:ed|ing|en|wn|nt)$/;

/** "increasingly disquiets Armenia", "Residents fear that": a subject before, an object or clause behind. */
function standsAsVerb({ tokens, forms }: Pick<Reading, 'tokens' | 'forms'>, at: number): boolean {
  const before = tagAt(tokens, at - 1);
  const after = tagAt(tokens, at + 1);
  const plural = before === 'NOUN' && (forms[at - 1] ?? '').endsWith('s');
  if (forms[at + 1] === 'that' && before === 'NOUN') return true;
  const subjectBefore =
    (plural || before === 'PROPN' || before === 'PRON' || before === 'ADV') && forms[at - 1] !== "'s";
  return (
    subjectBefore &&
    (after === 'DET' ||
      after === 'PROPN' ||
      after === 'PRON' ||
      /^(?:that|up|out|down|off|over|back)$/.test(forms[at + 1] ?? ''))
  );
}
