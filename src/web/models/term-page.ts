import { COMPARED_AT_ONCE, throughDocuments } from '../../corpus/coverage.js';
import type { Document } from '../../corpus/corpus.js';
import type { Library } from '../../corpus/library.js';
import { DEVICES } from '../../devices/index.js';
import type { DeviceId, Direction, Entry } from '../../devices/lexicon/entry.js';
import { entryOf } from '../../devices/lexicon/lexicon.js';
import type { Cell } from '../../sheet/csv.js';
import type { Assets } from '../assets.js';
import { marked, type Mark, type Markup } from '../highlight.js';
import { counted, listed, quotedWord } from '../prose.js';
import { formsOf, frameOf, type Frame } from './frame.js';
import { shortCitation, voiceInWords, workHref } from './notes.js';
import { documentHref, sourceLine, termHref, type SourceLine } from './source.js';
import { categoryName, entryName } from './terms-page.js';
import { usesIn, type Use } from './term-uses.js';

const DIRECTION_WORDS: Record<Direction, string> = {
  against: 'speaks against whom it is said of',
  for: 'speaks for whom it is said of',
  neither: 'takes no side by itself',
};
const STRENGTH_WORDS = ['', 'mild', 'plain', 'strong'];

interface UseView {
  readonly before: string;
  readonly word: Markup;
  readonly after: string;
  readonly href: string;
  readonly voice: string;
}

export interface TermView {
  readonly frame: Frame;
  readonly device: { readonly id: DeviceId; readonly letter: string; readonly name: string };
  readonly name: string;
  readonly category: string;
  readonly why: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly source: { readonly short: string; readonly href: string };
  readonly finds: readonly Markup[];
  readonly ignores: readonly string[];
  readonly total: string;
  readonly uses: readonly { readonly source: SourceLine; readonly count: string; readonly uses: readonly UseView[] }[];
  /** Of documents that are not shown. */
  readonly more: string;
  readonly without: string;
}

/** An entry of the lexicon, or a label of the names. */
export function entryFor({ lexicon, names }: Library, device: string, id: string): Entry | undefined {
  if (device === 'naming') return names.entries.find((entry) => entry.id === id);
  return entryOf(lexicon, device as DeviceId, id);
}

export async function termView(entry: Entry, library: Library, assets: Assets): Promise<TermView> {
  const { letter = '', name: deviceName = '' } = DEVICES.find(({ id }) => id === entry.device) ?? {};
  const name = entryName(entry);
  const uses = await usesOf(entry, library);
  const total = uses.reduce((sum, { found }) => sum + found.length, 0);
  const using = new Set(uses.map(({ document }) => document));
  const without = library.documents.filter((document) => !using.has(document));
  return {
    frame: frameOf(assets, library, {
      title: `${name} – ${deviceName}`,
      current: '/terms',
      forms: formsOf(termHref(entry.device, entry.id)),
    }),
    device: { id: entry.device, letter, name: deviceName },
    name,
    category: categoryName(entry, library),
    why: entry.why,
    facts: factsOf(entry),
    source: { short: shortCitation(library.lexicon.works, entry.source), href: workHref(entry.source) },
    finds: entry.finds.map((example) => bracketed(example, entry.device)),
    ignores: entry.ignores,
    total:
      total === 0 ? 'Not used in these documents.' : `${counted(total, 'use')} in ${counted(uses.length, 'document')}.`,
    uses: uses.slice(0, COMPARED_AT_ONCE).map(({ document, found }) => ({
      source: sourceLine(document),
      count: counted(found.length, 'use'),
      uses: found.map((use) => useView(document.id, use, entry)),
    })),
    more:
      uses.length > COMPARED_AT_ONCE
        ? `And in ${counted(uses.length - COMPARED_AT_ONCE, 'document')} more; its CSV has every use.`
        : '',
    without:
      without.length > COMPARED_AT_ONCE
        ? counted(without.length, 'other document')
        : listed(without.map(({ short }) => short)),
  };
}

function useView(document: string, use: Use, { device }: Entry): UseView {
  const { before, text, after, sentenceStart, voice, speaker, counts } = use;
  return {
    before,
    word: marked(text, [{ device, start: 0, end: text.length, aside: !counts }]),
    after,
    href: documentHref(document, sentenceStart),
    voice: voiceInWords({ voice, speaker: speaker ?? null, device }),
  };
}

function factsOf({
  terms,
  neutral,
  direction,
  strength,
  device,
  unless,
  onlyWith,
  notWith,
  valence,
}: Entry): TermView['facts'] {
  const words = (phrases: readonly string[]): string =>
    listed(
      phrases.map((phrase) => quotedWord(phrase.replaceAll('<its>', '…'))),
      'or',
    );
  return [
    {
      name: 'Finds',
      value: terms.length === 0 ? 'a few words between quotation marks, nobody named as saying them' : words(terms),
    },
    { name: 'Plainer', value: neutral.length === 0 ? 'no plainer word for the same fact' : words(neutral) },
    ...(valence === undefined ? [] : [{ name: 'Valence', value: String(valence).replace('-', '−') }]),
    ...(device === 'certainty' || device === 'naming'
      ? []
      : [{ name: 'Direction', value: DIRECTION_WORDS[direction] }]),
    { name: 'Strength', value: STRENGTH_WORDS[strength] ?? String(strength) },
    ...(unless.length > 0 ? [{ name: 'Not in', value: words(unless) }] : []),
    ...(onlyWith.length > 0 ? [{ name: 'Only beside', value: words(onlyWith) }] : []),
    ...(notWith.length > 0 ? [{ name: 'Not beside', value: words(notWith) }] : []),
  ];
}

/** An example whose expected marks stand in square brackets → the same with marks. */
function bracketed(example: string, device: DeviceId): Markup {
  const marks: Mark[] = [];
  let text = '';
  for (const [at, piece] of example.split('[').entries()) {
    const close = at === 0 ? -1 : piece.indexOf(']');
    if (close > 0) marks.push({ device, start: text.length, end: text.length + close });
    text += close < 0 ? piece : piece.slice(0, close) + piece.slice(close + 1);
  }
  return marked(text, marks);
}

/** The documents that use an entry, with each use. */
async function usesOf(
  entry: Entry,
  library: Library,
): Promise<{ readonly document: Document; readonly found: readonly Use[] }[]> {
  const uses: { readonly document: Document; readonly found: readonly Use[] }[] = [];
  await throughDocuments(library.documents, (document) => {
    // A label that takes no side is no finding: its uses are not counted apart.
    if (entry.device !== 'naming' && !library.entryCountsOf(document).has(entry)) return;
    const found = usesIn(document, entry, library);
    if (found.length > 0) uses.push({ document, found });
  });
  return uses;
}

export async function termData(entry: Entry, library: Library): Promise<object> {
  const uses = new Map((await usesOf(entry, library)).map(({ document, found }) => [document, found]));
  return {
    entry,
    lexicon: library.lexicon.version,
    uses: library.documents.map((document) => ({ document: document.id, uses: uses.get(document) ?? [] })),
  };
}

export async function termRows(entry: Entry, library: Library): Promise<Cell[][]> {
  const rows = (await usesOf(entry, library)).flatMap(({ document, found }) =>
    found.map(({ start, end, before, text, after, voice, speaker }): Cell[] => [
      document.id,
      document.short,
      start,
      end,
      before,
      text,
      after,
      voice,
      speaker ?? null,
    ]),
  );
  return [['document', 'source', 'start', 'end', 'before', 'text', 'after', 'voice', 'speaker'], ...rows];
}
