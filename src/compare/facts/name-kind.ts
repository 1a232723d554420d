import { tagAt, type Reading, type Sentence } from '../../text/reading.js';
import type { CapitalName } from './capital-names.js';

export type NameKind = 'person' | 'body' | 'place';

/** How many points each kind has; names are sorted by all evidence in all documents. */
export type Evidence = Record<NameKind, number>;

/** A word in the name or beside it that says what it is; a preposition alone says less. */
const SURE = 3;
const LIKELY = 1;

const BODY =
  /^(?:ministry|group|council|party|university|corporation|commission|committee|agency|assembly|parliament|senate|union|organi[sz]ation|bank|court|institute|society|association|front|movement|company|inc|ltd|plc|llc|gmbh|office|department|police|army|navy|federation|league|club|authority|foundation|alliance|forum|congress|fund|treasury|board|service|services|academy|cent(?:er|re)|trust|network|coalition|group|guard|tribunal|bureau|school|college|hospital|museum|chamber|consortium|airlines?|airways|industries|times|post|herald|tribune|news|workers|house|cabinet|initiative|water|energy|holdings|capital|partners|united)$/;
const BODY_ROLE =
  /^(?:company|firm|group|party|newspaper|agency|bank|ngo|charity|union|manufacturer|operator|supplier|subsidiary|giant|platform|broadcaster|website|portal|magazine|publisher|retailer|airline|start-up|militia|organi[sz]ation|think-tank)$/;
const PLACE =
  /^(?:city|town|village|island|islands|isles?|river|street|avenue|road|valley|province|county|region|district|mountains?|lake|sea|ocean|gulf|strait|airport|square|peninsula|desert|coast|bay|canal|port|harbou?r|bridge|hills?|highlands?|republic|kingdom|border|corridor)$/;
const SAYS =
  /^(?:said|says|told|added|argued|warned|insisted|wrote|tweeted|explained|recalled|stressed|replied|asked|claimed)$/;

export function isBodyNoun(form: string): boolean {
  return BODY.test(form);
}

/** "the Union", "the Council", "Street": left or taken up from a longer name that is not told here; a parliament has no other name. */
export function isCommonName(form: string): boolean {
  if (PLACE.test(form)) return true;
  return BODY.test(form) && !/^(?:parliament|senate|congress|treasury)$/.test(form);
}

/** What the words of a name and those beside it say of its kind. */
export function evidenceOf(reading: Reading, sentence: Sentence, { first, last, titled }: CapitalName): Evidence {
  const { forms, tokens } = reading;
  const words = forms.slice(first, last);
  const before = first > sentence.first ? (forms[first - 1] ?? '') : '';
  const after = last < sentence.last ? (forms[last] ?? '') : '';
  const evidence: Evidence = { person: 0, body: 0, place: 0 };
  const of = words.indexOf('of');
  const head = words.at(of > 0 ? of - 1 : -1) ?? '';
  if (words.some(isBodyNoun)) evidence.body += SURE;
  if (PLACE.test(head) || PLACE.test(after)) evidence.place += SURE;
  if (titled) evidence.person += SURE;
  if (
    last - first > 1 &&
    evidence.body + evidence.place === 0 &&
    (SAYS.test(after) ||
      SAYS.test(before) ||
      isAge(forms, last) ||
      after === 'who' ||
      (after === ',' && forms[last + 1] === 'who'))
  )
    evidence.person += SURE;
  if (BODY_ROLE.test(before)) evidence.body += SURE;
  if (PLACE.test(before) || (before === 'of' && PLACE.test(forms[first - 2] ?? ''))) evidence.place += SURE;
  const role = appositive(reading, sentence, last);
  if (role && BODY_ROLE.test(role)) evidence.body += SURE;
  if (role && PLACE.test(role)) evidence.place += SURE;
  const isModifier = tagAt(tokens, last) === 'NOUN' || after === "'s" || after === '-';
  if (/^(?:in|across|near|throughout)$/.test(before) && !isModifier && evidence.body === 0) evidence.place += LIKELY;
  return evidence;
}

/** "Jane Roe, 34, …". */
function isAge(forms: readonly string[], at: number): boolean {
  return forms[at] === ',' && /^\d{2}$/.test(forms[at + 1] ?? '') && /^[,.]$/.test(forms[at + 2] ?? '');
}

const LONGEST_APPOSITIVE = 10;

/** The last noun of ", the Dutch shipping company": what the author says that the name is. */
function appositive({ forms, tokens }: Reading, sentence: Sentence, at: number): string | undefined {
  if (forms[at] !== ',' || !/^(?:the|a|an)$/.test(forms[at + 1] ?? '')) return undefined;
  let head: string | undefined;
  for (let i = at + 2; i < Math.min(sentence.last, at + LONGEST_APPOSITIVE); i += 1) {
    if (/^[,.;:]$/.test(forms[i] ?? '') || tagAt(tokens, i) === 'ADP') break;
    if (tagAt(tokens, i) === 'NOUN') head = forms[i];
  }
  return head;
}

export function strongest({ person, body, place }: Evidence): NameKind | undefined {
  const most = Math.max(person, body, place);
  const kinds = (['person', 'body', 'place'] as const).filter((kind) => ({ person, body, place })[kind] === most);
  return most > 0 && kinds.length === 1 ? kinds[0] : undefined;
}

export function addEvidence(into: Evidence, more: Evidence): void {
  into.person += more.person;
  into.body += more.body;
  into.place += more.place;
}

/** A name in a list is what its neighbours are: "in Leeds, Hull and York". */
export function ofNeighbour(kind: NameKind): Evidence {
  return { person: 0, body: 0, place: 0, [kind]: LIKELY };
}

export function ofBody(): Evidence {
  return { person: 0, body: SURE, place: 0 };
}
