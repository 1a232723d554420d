import type { Comparison } from '../../compare/schema/comparison.js';
import type { ComparedFinding } from '../../compare/schema/document.js';
import type { Absence } from '../../compare/schema/place.js';
import type { Statement } from '../../compare/schema/statement.js';
import { marked, type Mark, type Markup } from '../highlight.js';
import { capital, inSentence, listed, possessive } from '../prose.js';
import type { ComparisonState } from '../query.js';
import { absenceView, type AbsenceView } from './absence.js';
import { differencesOf, type DifferenceView } from './differences.js';
import { MOST_COLUMNS, othersOf, type Others } from './others.js';
import { inHundredths } from './similarity.js';
import { documentHref, sourceLine, type SourceLine } from './source.js';

/** What one source says in a row. */
export interface StatementCell {
  readonly source: string;
  readonly said: readonly { readonly href: string; readonly marked: Markup; readonly voice: string }[];
  readonly absent: AbsenceView | null;
}

export interface StatementRow {
  readonly anchor: string;
  /** "Recognise, Karabakh": the words by which its sentences met. */
  readonly title: string;
  readonly also: string;
  readonly similarity: string;
  readonly cells: readonly StatementCell[];
  /** Of many sources, those that do not say it; where they are few each has its own cell. */
  readonly others: Others | null;
  readonly differences: readonly DifferenceView[];
  /** What the changed words do: the first few of all its differences, for paper. */
  readonly changes: DifferenceView['notes'];
}

export interface StatementsView {
  readonly sources: readonly SourceLine[];
  readonly rows: readonly StatementRow[];
  /** Whether the reader picked two sources: their differences stand unfolded. */
  readonly unfolded: boolean;
}

/** Words in a row's head; the rest are told behind it. */
const MOST_IN_TITLE = 3;

/** Said by more than one source: a row a thing said, a column a source. */
export function statementsOf(
  { documents, statements }: Comparison,
  state: Pick<ComparisonState, 'pair' | 'reference'>,
  marksOf: (document: string) => readonly Mark[],
): StatementsView {
  const { pair } = state;
  const covering = documents.filter(({ coverage, id }) => coverage === 'covered' && (!pair || pair.includes(id)));
  const columns = covering.map(({ id, short }) => ({ id, short }));
  const shown = statements.filter(
    ({ sentences }) =>
      new Set(sentences.filter((each) => columns.some(({ id }) => id === each.document)).map((each) => each.document))
        .size > 1,
  );
  const shorts = new Map(documents.map(({ id, short }) => [id, short]));
  return {
    sources: covering.map(sourceLine),
    rows: shown.map((statement) => rowOf(statement, columns, shorts, state, marksOf)),
    unfolded: pair !== undefined,
  };
}

function rowOf(
  statement: Statement,
  columns: readonly { readonly id: string; readonly short: string }[],
  shorts: ReadonlyMap<string, string>,
  state: Pick<ComparisonState, 'pair' | 'reference'>,
  marksOf: (document: string) => readonly Mark[],
): StatementRow {
  const shared = statement.shared.map(inSentence);
  const differences = differencesOf(statement, shorts, state);
  const cells = columns.map(({ id, short }) => cellOf(statement, id, short, marksOf));
  const isCrowd = cells.length > MOST_COLUMNS;
  return {
    anchor: statementAnchor(statement),
    title: capital(listed(shared.slice(0, MOST_IN_TITLE))),
    also: listed(shared.slice(MOST_IN_TITLE)),
    similarity: inHundredths(statement.similarity),
    cells: isCrowd ? cells.filter(({ said }) => said.length > 0) : cells,
    others: isCrowd
      ? othersOf(
          cells.filter(({ said }) => said.length === 0),
          'nothing on this',
        )
      : null,
    differences,
    changes: unlike(differences.flatMap(({ notes }) => notes)).slice(0, MOST_CHANGES),
  };
}

/** Where a row stands on the topic's page. */
export function statementAnchor({ id }: Pick<Statement, 'id'>): string {
  return `st-${id}`;
}

function cellOf(
  { sentences, absent }: Statement,
  document: string,
  short: string,
  marksOf: (document: string) => readonly Mark[],
): StatementCell {
  const said = sentences.filter((each) => each.document === document);
  const absence: Absence | undefined = absent.find((each) => each.document === document);
  return {
    source: short,
    said: said.map(({ start, end, text, voice, speaker }) => ({
      href: documentHref(document, start),
      marked: marked(
        text,
        marksOf(document).filter((mark) => mark.start < end && mark.end > start),
        start,
      ),
      voice: voiceOf(voice, speaker),
    })),
    absent: said.length > 0 || !absence ? null : absenceView(absence, document),
  };
}

/** Who states it: "in its own voice", "in Aliyev’s reported words". */
export function voiceOf(voice: ComparedFinding['voice'], speaker: string | null): string {
  if (voice === 'author' || voice === 'scare') return 'in its own voice';
  if (!speaker) return `in ${voice} words, no speaker named`;
  return `in ${speaker.startsWith('“') ? `the ${voice} words of ${speaker}` : `${possessive(speaker)} ${voice} words`}`;
}

/** A row's changes on paper; the page unfolds all. */
const MOST_CHANGES = 6;

/** Each note once: five sentences make ten pairs, and the same word stands in four of them. */
function unlike(notes: DifferenceView['notes']): DifferenceView['notes'] {
  return [...new Map(notes.map((each) => [each.note, each])).values()];
}
