import type { Comparison } from '../compare/schema/comparison.js';
import type { ComparedDocument, ComparedFinding } from '../compare/schema/document.js';
import { DEVICES } from '../devices/index.js';
import { evidenceTexts } from './text/evidence.js';
import { heading, oneLine, wrapped } from './text/lines.js';

const NAMES = new Map(DEVICES.map(({ id, name }) => [id, name]));

/** A comparison for a terminal: each source's sentences, and under each the marked words with their reasons. */
export function comparisonText(comparison: Comparison): string {
  const { topic, corpus, lexicon, documents } = comparison;
  const silent = documents.filter(({ coverage }) => coverage === 'silent');
  const blocks = [
    `${oneLine(topic.title)}\n${wrapped(oneLine(topic.question), '')}`,
    ...documents.filter(({ coverage }) => coverage === 'covered').map(coveredText),
    ...silent.map(silentText),
    ...evidenceTexts(comparison),
    `Corpus ${corpus.hash.slice(0, 12)}, lexicon ${lexicon.version}.`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function coveredText(document: ComparedDocument): string {
  const { counts, tone, passages, takenOut } = document;
  const score = tone.score === null ? 'too few sentences to score' : `tone ${tone.score > 0 ? '+' : ''}${tone.score}`;
  const head = `${headOf(document)}\n${counts.sentences} sentence${counts.sentences === 1 ? '' : 's'}, ${counts.words} words; ${score}`;
  return [
    head,
    ...passages.map(({ sentences }) => sentences.map(sentenceText).join('\n')),
    ...takenOut.map(takenOutText),
  ].join('\n\n');
}

function takenOutText({ text, note }: ComparedDocument['takenOut'][number]): string {
  return [wrapped(oneLine(text), '  '), wrapped(byHandText('Taken out', note), '      ')].join('\n');
}

/** "Put in by hand: it stands beside the sentence on the page." */
function byHandText(what: string, note: string | null): string {
  return `${what} by hand${note ? `: ${oneLine(note)}` : '.'}`;
}

function sentenceText({
  text,
  reason,
  note,
  findings,
}: ComparedDocument['passages'][number]['sentences'][number]): string {
  const framing = findings.filter(({ device }) => device !== 'sentiment');
  const byHand = reason === 'pinned' ? [wrapped(byHandText('Put in', note), '      ')] : [];
  return [wrapped(oneLine(text), '  '), ...byHand, ...framing.map(findingText)].join('\n');
}

function findingText({ device, text, voice, speaker, why, neutral, disputed }: ComparedFinding): string {
  const plainer = neutral.length > 0 ? ` Plainer: ${neutral.join(', ')}.` : '';
  const says = voice === 'author' ? '' : ` (${voice}${speaker ? `: ${oneLine(speaker)}` : ''})`;
  return wrapped(
    `${NAMES.get(device) ?? device}: ${oneLine(text)}${says} - ${why}${plainer}${disputed ? disputedText(disputed) : ''}`,
    '      ',
  );
}

/** " Disputed: it is the law's own word. Not counted." */
function disputedText({ note, counts }: NonNullable<ComparedFinding['disputed']>): string {
  return ` Disputed${note === '' ? '' : `: ${oneLine(note)}`}${/[.!?]$/.test(note) ? '' : '.'}${counts ? '' : ' Not counted.'}`;
}

function silentText(document: ComparedDocument): string {
  const { nearestMiss: miss, silence, takenOut } = document;
  const quiet = silence === 'before-event' ? 'published before the event' : 'silent';
  if (takenOut.length > 0) return [`${headOf(document)}\n${quiet}.`, ...takenOut.map(takenOutText)].join('\n\n');
  if (!miss) return `${headOf(document)}\n${quiet}; no sentence comes near.`;
  const lacks = miss.missing.map((group) => group.join(' or ')).join('; and ');
  return `${headOf(document)}\n${quiet}. Nearest miss:\n${wrapped(oneLine(miss.text), '  ')}\n${wrapped(`It holds ${miss.met.map(oneLine).join(', ')}; it lacks ${lacks}.`, '      ')}`;
}

function headOf({ short, author, date }: ComparedDocument): string {
  const by = author === 'unknown' ? 'author not stated' : author.is;
  return heading(`${short}, ${by}, ${date === 'unknown' ? 'date not stated' : date.is}`);
}
