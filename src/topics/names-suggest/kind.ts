import type { Referent } from '../../devices/referent.js';
import { tagAt, type Reading } from '../../text/reading.js';

type Kind = Referent['kind'];

const BODY =
  /^(?:union|council|committee|commission|party|board|agency|company|court|ministry|parliament|senate|congress|assembly|organi[sz]ation|association|authority|university|college|school|hospital|bank|group|front|movement|federation|institute|office|service|services|department|police|army|navy|club|network|alliance|league|trust|fund|society|foundation|coalition|chamber|holdings|homes|capital|partners|industries|corporation|corp|inc|ltd|plc|llc|united|fc|workers|water|energy|airlines?|railways?|times|post|herald|tribune|news|press)$/;
const PLACE =
  /^(?:city|town|village|island|islands|isles?|river|street|avenue|road|lane|valley|province|county|region|district|mountains?|lake|sea|ocean|gulf|strait|airport|square|park|peninsula|desert|coast|bay|canal|port|harbou?r|bridge|hills?)$/;
const SAYS =
  /^(?:said|says|told|tells|added|adds|argued|argues|warned|warns|insisted|insists|wrote|explained|replied|asked|claimed|claims|admitted|conceded|confirmed|boasted|vowed|wept|recalled|stressed)$/;
/** What a person is said to be, before the name or behind it. */
const PERSON_ROLE =
  /^(?:chief|executive|leader|boss|president|minister|secretary|director|chairman|chairwoman|chair|chairperson|governor|mayor|mp|senator|judge|justice|striker|forward|defender|goalkeeper|midfielder|captain|coach|manager|owner|founder|spokes(?:man|woman|person)|analyst|economist|professor|lawyer|superintendent|head|teacher|driver|activist|member|candidate|author|singer|actor|journalist|resident|superstar|star|winger)$/;

/** The body a name's own word tells of. */
export function isBody(form: string): boolean {
  return BODY.test(form);
}

/** What a name's words and those beside it show it to name; nothing where they show nothing. */
export function kindOfName(
  { forms, tokens }: Reading,
  name: { readonly first: number; readonly last: number; readonly titled: boolean; readonly rulers: boolean },
): Kind | undefined {
  const { first, last, titled, rulers } = name;
  const [before = '', after = '', next = ''] = [forms[first - 1], forms[last], forms[last + 1]];
  if (titled) return 'person';
  const words = forms.slice(first, last);
  if (words.some(isBody)) return 'body';
  if (PLACE.test(words.at(-1) ?? '')) return 'place';
  if (rulers) return 'state';
  if (words.length > 1 && isPerson()) return 'person';
  if (/^(?:in|near|outside|across|at)$/.test(before)) return 'place';
  if (before === 'of' && PLACE.test(forms[first - 2] ?? '')) return 'place';
  return undefined;

  /** "Jane Roe said", "Jane Roe, 34,", "the leader, Jane Roe," and "a nurse, Jane Roe". */
  function isPerson(): boolean {
    if (before === 'the') return false;
    if (SAYS.test(after) || SAYS.test(before) || after === 'who') return true;
    if (after === ',' && (/^\d{2}$/.test(next) || next === 'who' || next === 'whose')) return true;
    const role = before === ',' ? forms[first - 2] : before;
    return PERSON_ROLE.test(role ?? '') || (after === ',' && PERSON_ROLE.test(appositive() ?? ''));
  }

  /** The last noun of ", the Dutch transport minister". */
  function appositive(): string | undefined {
    let head: string | undefined;
    for (let at = last + 1; at < Math.min(forms.length, last + LONGEST_APPOSITIVE); at += 1) {
      if (/^[,.;:]$/.test(forms[at] ?? '') || tagAt(tokens, at) === 'ADP') break;
      if (tagAt(tokens, at) === 'NOUN') head = forms[at];
    }
    return head;
  }
}

const LONGEST_APPOSITIVE = 10;
