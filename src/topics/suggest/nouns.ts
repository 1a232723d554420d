import { spanOf, tagAt, type Reading, type Tag } from '../../text/reading.js';

/** A noun of a text, or two words that make one thing ("pay offer"), by the key that all its forms share. */
export interface Noun {
  readonly idea: string;
  readonly first: number;
  /** As it is printed. */
  readonly surface: string;
}

interface Words {
  readonly rarity: (form: string) => number;
  readonly baseOf: (form: string, tag: Tag) => string;
}

/** A word that more than this share of general English knows better tells no topic ("country", "year", "say"). */
const RARE_ENOUGH = 0.55;
const SHORTEST_WORD = 3;
/** When a thing happened and how much of it there was are facts of a topic, and none themselves. */
const MEASURE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec|spring|summer|autumn|winter|morning|afternoon|evening|night|dawn|noon|midnight|weekend|weekday|minute|hour|week|month|decade|century|anniversary|moment|period|cent|percent|percentage|euro|dollar|pound|rouble|kilometre|kilometer|metre|meter|mile|foot|inch|tonne|hectare|acre|litre|liter|gallon|dozen|hundred|thousand|million|billion|total|rate|half|quarter|third|rest|lot|bit|couple|handful|series|majority|minority)$/;
/** Who tells and who is asked is in every report; what they tell is the topic. */
const ROLE =
  /^(?:spokes(?:man|woman|person|people)|executive|chief|head|chair|chairman|chairwoman|boss|leader|director|manager|member|colleague|official|minister|secretary|president|governor|officer|analyst|expert|observer|critic|opponent|supporter|campaigner|activist|researcher|journalist|reporter|editor|author|company|firm|organi[sz]ation|group|office|resident|villager|witness|neighbour|neighbor|local|man|woman|child|son|daughter|father|mother|wife|husband|brother|sister|couple|family|friend|guy|kid|victim|user|customer|driver|engineer|attorney|superintendent|judge|justice|mp|club|lawyer|authority|department|agency|association|body|team|staff|crowd|hundreds|thousands|dozens|tens)$/;
/** Words of any story, which stand for another thing in each sentence. */
const FORM =
  /^(?:announcement|warning|threat|promise|pledge|vow|hope|fear|belief|doubt|feeling|decision|choice|chance|opportunity|ability|need|demand|request|suggestion|proposal|advice|answer|question|reply|evidence|sign|signal|look|sight|hand|heart|face|eye|finger|foot|arm|table|door|window|road|street|end|start|beginning|middle|top|bottom|front|back|edge|amount|figure|sum|term|condition|basis|purpose|goal|success|failure|mistake|trouble|difficulty|benefit|advantage|line|list|name|title|phrase|sentence|letter|page|call|note|limit|piece|set|range|trend|scale|size|length|height|depth|speed|turn|visit|stay|use|help|care|work|job|task|duty|life|world|society|community|public|home|house|room|building|ground|site|location|town|village|city|region|district|state|union|support|opposition|majority|service|system|process|programme|program|project)$/;

/** The nouns of a text's prose and pairs of them, in text order. */
export function nounsIn(
  reading: Reading,
  { rarity, baseOf }: Words,
  { isTaken, isEmpty }: { readonly isTaken: (token: number) => boolean; readonly isEmpty: (token: number) => boolean },
): Noun[] {
  const { forms, tokens, sentences } = reading;
  return sentences.flatMap(({ kind, first, last }) => {
    if (kind !== 'prose') return [];
    const found: Noun[] = [];
    for (let at = first; at < last; at += 1) {
      const form = forms[at] ?? '';
      if (isTaken(at) || isEmpty(at) || form.length < SHORTEST_WORD || !/^[a-z]+$/.test(form)) continue;
      if (!isNoun(at, first) || isOffice(at + 1)) continue;
      const base = baseOf(form, 'NOUN');
      if (isNothing(base)) continue;
      const isRare = Math.min(rarity(base), rarity(form)) >= RARE_ENOUGH;
      if (isRare && !FORM.test(base)) found.push({ idea: base, first: at, surface: printed(reading, at, at + 1) });
      // "Federal labor law" is a law: the word that tells which stands before the last noun.
      const before = at > first && tagAt(tokens, at + 1) !== 'NOUN' ? qualifier(at - 1) : undefined;
      if (before !== undefined)
        found.push({ idea: `${before} ${base}`, first: at, surface: printed(reading, at - 1, at + 1) });
    }
    return found;
  });

  /** What opens a sentence has a capital, which the tagger may take for a name's. */
  function isNoun(at: number, first: number): boolean {
    const tag = tagAt(tokens, at);
    // "To unload" is a deed, whatever the tagger makes of a rare verb.
    if (tag === 'NOUN') return forms[at - 1] !== 'to';
    return tag === 'PROPN' && at === first && !isTaken(at + 1) && rarity(forms[at] ?? '') < 1;
  }

  /** The word before a noun that tells which: "medical supplies", "the pay offer". */
  function qualifier(at: number): string | undefined {
    const form = forms[at] ?? '';
    const tag = tagAt(tokens, at);
    if (isTaken(at) || form.length < SHORTEST_WORD || !/^[a-z]+$/.test(form)) return undefined;
    const tells =
      tag === 'NOUN' ||
      (tag === 'ADJ' && !isEmpty(at) && rarity(form) >= RARE_ENOUGH) ||
      // The tagger takes "pay" of "the pay offer" for a verb.
      (tag === 'VERB' && baseOf(form, tag) === form && /^(?:DET|ADJ|NUM)$/.test(tagAt(tokens, at - 1)));
    return tells && !isNothing(baseOf(form, 'NOUN')) ? form : undefined;
  }

  /** "The transport secretary" is who speaks, and no word of transport. */
  function isOffice(at: number): boolean {
    return tagAt(tokens, at) === 'NOUN' && ROLE.test(baseOf(forms[at] ?? '', 'NOUN'));
  }
}

/** Tokens `[first, last)` as they are printed; a sentence's capital is left out. */
export function printed({ text, tokens }: Reading, first: number, last: number): string {
  const { start, end } = spanOf(tokens, first, last);
  const words = text.slice(start, end).replace(/\s+/g, ' ');
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** Whether a word stands for another thing in each sentence, or for who tells it. */
export function isForm(base: string): boolean {
  return FORM.test(base) || isNothing(base);
}

function isNothing(base: string): boolean {
  return MEASURE.test(base) || ROLE.test(base);
}
