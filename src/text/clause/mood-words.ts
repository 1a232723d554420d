import { inflections } from '../inflect.js';

// Words that take back what they govern. Forms are the readings' own: small letters, one spelling.

const inflect = inflections([]);
const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');

/** Verbs whose clause is denied, doubted, hoped, feared or asked for, and so is no deed. */
export const DENIES: ReadonlySet<string> = new Set([
  ...words(
    'deny doubt dispute refute disprove reject dismiss debunk rebut contest hope fear wish want pretend imagine dream suppose demand propose request recommend urge prefer',
  ).flatMap((verb) => inflect(verb, 'verb')),
  'dreamt',
]);

/** Nouns and adjectives that make the "that" behind them untrue or open ("a myth that", "it is unlikely that"). */
export const UNTRUE: ReadonlySet<string> = new Set([
  ...words(
    'lie myth fiction fantasy illusion nonsense rumor hoax fabrication falsehood possibility probability likelihood prospect risk danger chance threat hope fear wish doubt denial notion hypothesis scenario demand proposal condition pretext pretense',
  ).flatMap((noun) => inflect(noun, 'noun')),
  ...words(
    'false falsely untrue wrong wrongly incorrect inaccurate absurd ridiculous unlikely likely possible impossible probable improbable conceivable inconceivable doubtful questionable unthinkable unproven unproved unfounded baseless groundless essential vital important crucial imperative unclear',
  ),
]);

/** Adverbs that leave open whether a thing happened. */
export const HEDGES: ReadonlySet<string> = new Set(
  words('perhaps maybe possibly conceivably hypothetically theoretically allegedly reportedly supposedly purportedly'),
);

/** "If any", "if not": an aside without a clause. */
export const COMMENTS: ReadonlySet<string> = new Set(words('not any anything only possible necessary so ever'));
