import { foldSpelling } from './spelling.js';

export type PartOfSpeech = 'noun' | 'verb' | 'adj' | 'adv' | 'fixed';

/** Rows of `lexicon/irregular.tsv`: forms the rules below cannot make. */
export interface IrregularForms {
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  readonly forms: readonly string[];
  /** The rules make no form beside these. */
  readonly only: boolean;
}

export type Inflect = (lemma: string, pos: PartOfSpeech) => readonly string[];

/**
 * Makes the inflected forms of a lemma. It makes too many rather than too few ("admitted" and "admited"): a form that
 * is no word meets no token, and the rules need no stress marks.
 */
export function inflections(irregular: readonly IrregularForms[]): Inflect {
  const rows = new Map(irregular.map((row) => [`${row.pos}:${row.lemma}`, row]));
  return (lemma, pos) => {
    const row = rows.get(`${pos}:${lemma}`);
    const forms = row?.only
      ? [lemma, ...row.forms, ...(lemma === 'say' ? ['says', 'saying'] : [])]
      : [lemma, ...(row?.forms ?? []), ...regular(lemma, pos)];
    return [...new Set(forms.map(foldSpelling))];
  };
}

export function parseIrregular(tsv: string): IrregularForms[] {
  return tsv
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [lemma = '', pos = 'verb', forms = ''] = line.split('\t');
      const only = forms.endsWith('!');
      return { lemma, pos: pos as PartOfSpeech, forms: forms.replace(/\s*!$/, '').split(' '), only };
    });
}

function regular(lemma: string, pos: PartOfSpeech): string[] {
  if (!/^[a-z]/.test(lemma)) return [];
  switch (pos) {
    case 'noun':
      return [withS(lemma)];
    case 'verb':
      return [withS(lemma), ...stems(lemma, 'ed'), ...stems(lemma, 'ing')];
    case 'adj':
      // Longer adjectives take "more"; "-er" of theirs would be nouns ("conservativer" meets nothing, "corrupter" would).
      return lemma.length <= 7 ? [...stems(lemma, 'er'), ...stems(lemma, 'est')] : [];
    default:
      return [];
  }
}

function withS(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function stems(lemma: string, ending: 'ed' | 'ing' | 'er' | 'est'): string[] {
  if (/[^aeiou]y$/.test(lemma)) return [ending === 'ing' ? `${lemma}ing` : `${lemma.slice(0, -1)}i${ending}`];
  if (ending === 'ing' && lemma.endsWith('ie')) return [`${lemma.slice(0, -2)}ying`];
  if (/(?:ee|ye|oe)$/.test(lemma)) return [ending === 'ing' ? `${lemma}ing` : lemma + ending.slice(1)];
  if (lemma.endsWith('e')) return [lemma.slice(0, -1) + ending];
  const last = lemma.at(-1) ?? '';
  if (/[aeiou][bdfglmnprtz]$/.test(lemma)) return [lemma + ending, lemma + last + ending];
  if (/[aeiou]c$/.test(lemma)) return [`${lemma}k${ending}`];
  return [lemma + ending];
}
