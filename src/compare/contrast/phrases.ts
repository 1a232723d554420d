import type { OnTopic } from '../on-topic.js';
import { isFunctionWord } from '../function-word.js';
import { wordsOf, type Word } from '../word.js';

/** A use of a phrase in a document's passages: tokens `[first, last)` of a sentence. */
export interface Use {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
}

/** Words of one to three in a row. Longer ones recur in so few places that they are quotations. */
export const LONGEST_PHRASE = 3;

/** `bound` may begin and end a phrase, `inner` may stand within, `breaks` may not. */
type Part = 'bound' | 'inner' | 'breaks';

interface PhraseWord {
  readonly first: number;
  readonly last: number;
  readonly form: string;
  readonly part: Part;
  /** Of a hyphenated word: "Nagorno-Karabakh" is a use of "Karabakh" too. */
  readonly hyphenated: readonly Omit<PhraseWord, 'part' | 'hyphenated'>[];
}

export type SentenceWords = readonly { readonly index: number; readonly words: readonly PhraseWord[] }[];

/** The words of a document's own sentences, furniture aside. */
export function ownWords({ analysis: { reading }, indices }: OnTopic): SentenceWords {
  const onTopic = new Set(indices);
  // Words recur; each form is judged once.
  const known = new Map<string, Pick<PhraseWord, 'form' | 'part'>>();
  const judged = (word: Word): PhraseWord => {
    const found = known.get(word.form) ?? judge(word);
    known.set(word.form, found);
    const { form, part } = found;
    return { first: word.first, last: word.last, form, part, hyphenated: part === 'bound' ? partsOf(word, form) : [] };
  };
  return reading.sentences.flatMap(({ kind, first, last }, index) =>
    kind === 'prose' || kind === 'title' || kind === 'heading' || onTopic.has(index)
      ? [{ index, words: wordsOf(reading, first, last).map(judged) }]
      : [],
  );
}

function partsOf({ first, last }: Word, form: string): PhraseWord['hyphenated'] {
  if (!form.includes('-')) return [];
  const parts = form.split('-');
  // A word that is a single token is pointed at as a whole.
  const apart = last - first >= parts.length * 2 - 1;
  return parts.map((each, at) => ({
    form: each,
    first: apart ? first + at * 2 : first,
    last: apart && at < parts.length - 1 ? first + at * 2 + 1 : last,
  }));
}

function judge({ form, punctuation }: Word): Pick<PhraseWord, 'form' | 'part'> {
  // The tokenizer leaves some possessives on their word.
  const bare = form.replace(/(?<=.)'s$/, '');
  if (punctuation || /\p{N}/u.test(bare) || NUMBERS.has(bare)) return { form: bare, part: 'breaks' };
  return { form: bare, part: isFunctionWord(bare) ? 'inner' : 'bound' };
}

/**
 * Phrases found in these sentences at least `fewest` times. A phrase lies within a sentence and between marks of
 * punctuation, begins and ends in a word that names something, and holds no number.
 */
export function phrasesIn(sentences: SentenceWords, fewest: number): string[] {
  const counts = new Map<string, number>();
  for (const { words } of sentences) {
    words.forEach((word, at) => {
      if (word.part !== 'bound') return;
      let phrase = '';
      for (let end = at; end < Math.min(at + LONGEST_PHRASE, words.length); end += 1) {
        const next = words[end];
        if (!next || next.part === 'breaks') break;
        phrase = end === at ? next.form : `${phrase} ${next.form}`;
        if (next.part === 'bound') counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
    });
  }
  return [...counts].filter(([, count]) => count >= fewest).map(([phrase]) => phrase);
}

/** Finds given phrases: a token that begins none costs one look-up, so whole articles can be searched. */
export function openSearch(
  phrases: Iterable<string>,
): (sentences: SentenceWords, found: (phrase: string, use: Use) => void) => void {
  const wanted = new Set(phrases);
  const begins = new Map<string, number>();
  for (const phrase of wanted) {
    const forms = phrase.split(' ');
    begins.set(forms[0] ?? '', Math.max(begins.get(forms[0] ?? '') ?? 0, forms.length));
  }
  return (sentences, found) => {
    for (const { index: sentence, words } of sentences) {
      words.forEach((word, at) => {
        search(word, at + 1);
        word.hyphenated.forEach((part, place, { length }) => {
          // Only behind its last part does the text go on.
          search(part, place === length - 1 ? at + 1 : Infinity);
        });
      });

      function search({ form, first, last }: Pick<PhraseWord, 'form' | 'first' | 'last'>, from: number): void {
        const longest = begins.get(form) ?? 0;
        if (longest > 0 && wanted.has(form)) found(form, { sentence, first, last });
        let phrase = form;
        for (let end = from; end < Math.min(from + longest - 1, words.length); end += 1) {
          const next = words[end];
          if (!next || next.part === 'breaks') break;
          const [part] = next.hyphenated;
          if (part && wanted.has(`${phrase} ${part.form}`))
            found(`${phrase} ${part.form}`, { sentence, first, last: part.last });
          phrase = `${phrase} ${next.form}`;
          if (wanted.has(phrase)) found(phrase, { sentence, first, last: next.last });
        }
      }
    }
  };
}

// Facts compare numbers; here they would set every report of a count apart from every other.
const NUMBERS = new Set(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
  billion billions trillion`.split(/\s+/),
);
