import type { Library } from '../corpus/library.js';

const PAPERS = {
  a4: { size: 'A4', margin: '20mm 15mm 20mm' },
  letter: { size: 'letter', margin: '0.8in 0.65in 0.8in' },
};

interface SheetStyle {
  readonly paper: keyof typeof PAPERS;
  readonly title: string;
  readonly address: string;
  readonly library: Pick<Library, 'corpus' | 'lexicon'>;
}

/** Page size and running head and foot of a sheet: each page says what it is of and what it was made with. */
export function sheetStyleFor({ paper, title, address, library: { corpus, lexicon } }: SheetStyle): string {
  const { size, margin } = PAPERS[paper];
  const receipt = `Corpus ${corpus.hash.slice(0, 12)} · lexicon ${lexicon.version} · ${address}`;
  return `@page {
  size: ${size};
  margin: ${margin};
  @top-left { content: ${cssString(`Parallax · ${title}`)}; font: 600 8pt "Source Sans 3 Variable", sans-serif; }
  @top-right { content: ${cssString(corpus.title)}; font: 400 8pt "Source Sans 3 Variable", sans-serif; }
  @bottom-left { content: ${cssString(receipt)}; font: 400 7.5pt "Source Sans 3 Variable", sans-serif; }
  @bottom-right { content: counter(page) " of " counter(pages); font: 400 8pt "Source Sans 3 Variable", sans-serif; }
}
`;
}

/** A CSS string in which nothing but letters, digits and spaces stands for itself; the space behind an escape ends it. */
function cssString(text: string): string {
  const plain = (character: string): boolean =>
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z') ||
    (character >= '0' && character <= '9') ||
    character === ' ';
  const pieces = Array.from(text, (character) =>
    plain(character) ? character : `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `,
  );
  return `"${pieces.join('')}"`;
}
