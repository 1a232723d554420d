import type { Imported, Skipped } from '../corpus/import/imported.js';
import { languageName } from '../corpus/import/language-name.js';
import { seenTexts } from '../text/near-duplicates.js';
import type { Added } from '../corpus/store/add-documents.js';
import { counted, shown } from './shown.js';

/** What became of each file of an import, for the summary behind it. */
export interface Tally {
  readonly skipped: readonly Skipped[];
  /** A document that the corpus had before. */
  readonly know: (
    document: { readonly file: string; readonly id: string; readonly sha256: string },
    text: string,
  ) => void;
  /** So many hidden files and folders below the given ones. */
  readonly passOver: (hidden: number) => void;
  readonly passedOver: () => number;
  readonly skip: (skipped: Skipped) => void;
  /** One on its way to the store … */
  readonly give: (document: Imported) => void;
  /** … and what the store made of the next ones that were given. */
  readonly add: (answers: readonly Added[]) => void;
  readonly summary: (title: string, corpus: string) => string;
}

interface Entry {
  readonly name: string;
  readonly language: string;
  readonly supported: boolean;
  readonly warnings: readonly string[];
  /** The likest text before it. */
  near: { readonly at: number; readonly share: number } | undefined;
  added: Added | undefined;
}

export function openTally(): Tally {
  const seen = seenTexts();
  const hashes = new Set<string>();
  /** By their number among the texts seen. */
  const named: (() => string)[] = [];
  const entries: Entry[] = [];
  const skipped: Skipped[] = [];
  let answered = 0;
  let hidden = 0;

  return {
    skipped,
    know: ({ file, id, sha256 }, text) => {
      hashes.add(sha256);
      named.push(() => `${file} (${id})`);
      seen.add(text);
    },
    passOver: (more) => {
      hidden += more;
    },
    passedOver: () => hidden,
    skip: (each) => skipped.push(each),
    give: ({ name, sha256, text, language: { code, supported }, warnings }) => {
      const entry: Entry = { name, language: code, supported, warnings, near: undefined, added: undefined };
      entries.push(entry);
      // The same bytes again are no second text.
      if (hashes.has(sha256)) return;
      hashes.add(sha256);
      named.push(() => nameOf(entry));
      [entry.near] = seen.add(text);
    },
    add: (answers) => {
      for (const added of answers) {
        const entry = entries[answered];
        if (entry) entry.added = added;
        answered += 1;
      }
    },
    summary: (title, corpus) => {
      const done = entries.filter(({ added }) => added !== undefined);
      const fresh = done.filter(({ added }) => added?.outcome === 'added');
      const already = done.filter(({ added }) => added?.outcome === 'already');
      const head = [`${fresh.length} added`, `${already.length} already there`, `${skipped.length} skipped`].join(', ');
      return [
        `${shown(title)} (${corpus}): ${head}\n`,
        hidden > 0 ? `${counted(hidden, 'hidden file or folder', 'hidden files or folders')} passed over\n` : '',
        section(
          'Skipped',
          skipped.map(({ problem, remedy }) => `${problem}: ${remedy}.`),
        ),
        section(
          'Already there, with the same bytes',
          already.map((each) => `${each.name} is document ${each.added?.id ?? ''}`),
        ),
        section(
          'Near-duplicates',
          fresh.flatMap((each) => nearDuplicate(each, named)),
        ),
        section(
          'In no supported language: kept, not compared',
          fresh.filter(({ supported }) => !supported).map((each) => `${nameOf(each)}: ${languageName(each.language)}`),
        ),
        section(
          'To look at',
          fresh.flatMap((each) => each.warnings.map((warning) => `${nameOf(each)}: ${warning}`)),
        ),
      ].join('');
    },
  };
}

function nearDuplicate(entry: Entry, named: readonly (() => string)[]): string[] {
  const other = entry.near && named[entry.near.at]?.();
  if (!entry.near || other === undefined) return [];
  return [`${nameOf(entry)} shares ${Math.round(100 * entry.near.share)} % of its wording with ${other}`];
}

const nameOf = ({ name, added }: Entry): string => (added ? `${name} (${added.id})` : name);

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `${title}:\n${lines.map((line) => `  ${shown(line)}\n`).join('')}`;
}
