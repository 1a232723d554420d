import type { Comparison } from '../../../compare/schema/comparison.js';
import type { ComparedDocument } from '../../../compare/schema/document.js';
import type { FactKind } from '../../../compare/schema/fact.js';
import type { Statement } from '../../../compare/schema/statement.js';
import { capital, counted, grouped, inSentence, inWords, listed, quotedWord } from '../../prose.js';
import { statementAnchor } from '../statements.js';
import { isName, leads, MOST_EXAMPLES, sentence, type StandOut } from './piece.js';

type Shorts = ReadonlyMap<string, string>;

/** Sentences less alike than this may stand in a row, but a headline does not call them the same thing. */
const ALIKE = 0.4;

/** A thing that several sources say, one in a speaker's voice and others in their own. */
export function statementsDiffer({ statements, documents }: Comparison, shorts: Shorts): StandOut | undefined {
  const isGiven = givenIn(documents);
  for (const statement of statements) {
    const given = statement.sentences.find(
      ({ voice, speaker }) => voice !== 'author' && voice !== 'scare' && speaker !== null && isName(speaker),
    );
    if (!given) continue;
    const alike = statement.sentences.filter((each) => similarityOf(statement, given, each) >= ALIKE);
    const own = [
      ...new Set(alike.filter((each) => each.voice === 'author' && !isGiven(each)).map(({ document }) => document)),
    ];
    if (
      own.length === 0 ||
      statement.sentences.some(({ document, voice }) => document === given.document && voice === 'author')
    )
      continue;
    const [state, their] = own.length === 1 ? ['states', 'its'] : ['state', 'their'];
    return sentence(
      `${shorts.get(given.document) ?? given.document} attributes it to ${given.speaker ?? ''}; ${listed(own.map((id) => shorts.get(id) ?? id))} ${state} it in ${their} own voice:`,
      `what they say of ${listed(statement.shared.slice(0, MOST_EXAMPLES).map(inSentence))}.`,
      'Side by side',
      `#${statementAnchor(statement)}`,
    );
  }
  return undefined;
}

/** "…, according to a study" is told in the author's words and on another's word: a sentence with a cue is not the author's alone. */
function givenIn(documents: readonly ComparedDocument[]): (said: Said) => boolean {
  const cues = new Map(
    documents.map(({ id, speakers }) => [id, speakers.flatMap(({ cues: own }) => own.map(({ start }) => start))]),
  );
  return ({ document, start, end }) => (cues.get(document) ?? []).some((cue) => start <= cue && cue < end);
}

type Said = Statement['sentences'][number];

function similarityOf({ pairs }: Statement, a: Said, b: Said): number {
  const is = (end: { document: string; start: number }, said: Said): boolean =>
    end.document === said.document && end.start === said.start;
  return pairs.find(({ from, to }) => (is(from, a) && is(to, b)) || (is(from, b) && is(to, a)))?.similarity ?? 0;
}

const NUMBERS: readonly FactKind[] = ['count', 'share', 'money'];

/** A checkable number on which the sources differ, or else the numbers that each source alone gives. */
export function factsDiffer({ facts }: Comparison, shorts: Shorts): StandOut | undefined {
  const numbers = facts.filter(({ kind }) => NUMBERS.includes(kind));
  const differing = numbers.find(({ cells }) => cells.some(({ is }) => is === 'differs'));
  if (differing) {
    const told = differing.cells
      .filter(({ values }) => values.length > 0)
      .map(({ document, values }) => `${shorts.get(document) ?? document} ${quotedWord(values[0]?.text ?? '')}`);
    return sentence(`The sources differ on ${differing.what}:`, `${listed(told)}.`, 'Facts', `#fact-${differing.id}`);
  }
  /** "400 people" of one source and "250 people" of another may be of one crowd: neither number stands alone. */
  const isCountedElsewhere = (id: string, document: string): boolean =>
    numbers.some(
      (other) =>
        other.id !== id &&
        nounOf(other.id) === nounOf(id) &&
        other.cells.some((cell) => cell.document !== document && cell.values.length > 0),
    );
  const alone = new Map<string, Set<string>>();
  for (const { id, kind, cells } of numbers)
    for (const { document, is, values } of cells)
      for (const { text, value } of is === 'only-here' ? values : [])
        if (kind !== 'count' || (!isSmall(value) && !isCountedElsewhere(id, document)))
          alone.set(document, (alone.get(document) ?? new Set()).add(text));
  if (alone.size === 0) return undefined;
  const told = [...alone].map(
    ([document, texts]) =>
      `${shorts.get(document) ?? document} ${listed([...texts].slice(0, MOST_EXAMPLES).map(quotedWord))}`,
  );
  return sentence('Numbers that one source alone gives:', `${told.join('; ')}.`, 'Facts', '#facts-alone');
}

/** Counts up to a dozen stand in every article, of something; one of them alone tells little. */
const SMALL = 12;

/** Ids of facts begin with their kind and what is counted: `count-people-over-400`. */
function nounOf(id: string): string {
  return id.split('-').slice(0, 2).join('-');
}

function isSmall(value: string): boolean {
  return Number(value.replace(/[^\d.]/g, '')) <= SMALL;
}

/** A word that takes a side, said of one actor here, and of another only elsewhere. */
export function sidesTaken({ symmetry, documents }: Comparison, shorts: Shorts): StandOut | undefined {
  const onTopic = (document: string, place: number): boolean =>
    documents.some(
      ({ id, passages }) => id === document && passages.some(({ start, end }) => start <= place && place < end),
    );
  const uses = symmetry.flatMap(({ word, documents: sources }) =>
    sources.flatMap(({ document, uses: own, never }) => {
      const elsewhere = new Set(
        sources.filter((each) => each.document !== document).flatMap((each) => each.uses.map(({ name }) => name)),
      );
      return own
        .filter(({ referent, relation }) => referent !== null && relation === 'of')
        .map(({ name, places }) => ({
          ...{ word, document, name, never: never.filter((each) => elsewhere.has(each)) },
          places: places.filter(({ mirrored, start }) => !mirrored && onTopic(document, start)),
        }));
    }),
  );
  const most = uses
    .filter(({ places, never }) => places.length > 0 && never.length > 0)
    .sort((a, b) => b.places.length - a.places.length)[0];
  if (!most) return undefined;
  return sentence(
    `${shorts.get(most.document) ?? most.document} uses ${quotedWord(most.places[0]?.text ?? most.word)} of ${inSentence(most.name)},`,
    `in its own voice, and in its whole article never of ${listed(most.never.slice(0, MOST_EXAMPLES).map(inSentence), 'or')}, of whom another source does.`,
    'Of whom',
    '#symmetry',
  );
}

/** Who speaks of it, who is silent, and who wrote before it happened. */
export function coverageOf({ documents, topic, choice }: Comparison): StandOut {
  const covering = documents.filter(({ coverage }) => coverage === 'covered');
  const early = documents.filter(({ silence }) => silence === 'before-event').map(({ short }) => short);
  const silent = documents.filter(({ silence }) => silence === 'silent').map(({ short }) => short);
  const length = longestOf(covering);
  if (choice) {
    const { speaking, silent: others } = choice;
    const said = `${grouped(speaking)} of ${counted(speaking + others, 'document')} ${speaking === 1 ? 'speaks' : 'speak'} of it.`;
    return sentence(said, length, 'Which are compared', '#choice');
  }
  const before = early.length > 0 ? `${listed(early)} wrote before ${topic.event?.what ?? 'it'}` : '';
  if (silent.length === 0 && early.length === 0)
    return sentence(allSpeak(documents.length), length, 'At a glance', '#glance');
  const quiet =
    silent.length === 0
      ? ''
      : topic.typed
        ? notFound(silent)
        : `${listed(silent)} ${silent.length === 1 ? 'is' : 'are'} silent`;
  return sentence(
    `${capital([quiet, before].filter((each) => each !== '').join('; '))}.`,
    length,
    'What was looked for',
    '#silence',
  );
}

function allSpeak(documents: number): string {
  if (documents === 1) return 'The one document speaks of it.';
  return documents === 2 ? 'Both documents speak of it.' : `All ${inWords(documents)} documents speak of it.`;
}

/** Typed words may stand in an article as other words, so that not finding them is not yet its silence. */
function notFound(silent: readonly string[]): string {
  return `no passage of ${listed(silent, 'or')} meets these words`;
}

/** By words as well as by sentences: a source that writes long sentences says no less. */
function longestOf(covering: readonly ComparedDocument[]): string {
  const [first, next] = [...covering].sort((a, b) => b.counts.sentences - a.counts.sentences);
  if (!first || !next || !leads(first.counts.sentences, next.counts.sentences)) return '';
  if (covering.some(({ counts }) => counts.words > first.counts.words)) return '';
  return `${first.short} says most of it, in ${counted(first.counts.sentences, 'sentence')}; the next, ${next.short}, in ${next.counts.sentences}.`;
}
