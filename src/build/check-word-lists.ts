import { framesOf, type Frame } from '../compare/frames.js';
import { openMirror } from '../compare/mirrors.js';
import type { WordLists } from '../compare/word-lists.js';
import type { Analysis } from '../devices/analysis.js';
import type { Lexicon } from '../devices/lexicon/lexicon.js';
import { read } from '../text/read.js';
import type { Reading } from '../text/reading.js';

/** What is wrong with frames.yaml and mirrors.yaml, a line a fault: examples that do not hold, terms nothing can reach. */
export function wordListFaults({ frames, mirrors }: WordLists, lexicon: Lexicon): string[] {
  const reader = (text: string): Reading => read(text, lexicon.partLines);
  return [...frameFaults(frames, reader), ...mirrorFaults(mirrors, reader)];
}

/** Devices that mark a word as taking a side. */
const SIDED = new Set(['loaded-terms', 'distancing']);

/**
 * Pairs of which only one side has an entry among the loaded terms: whatever is marked for one side is to be marked for
 * the other. Guards are passed over, since a term alone has no sentence round it.
 */
export function oneSidedPairs({ mirrors }: Pick<WordLists, 'mirrors'>, lexicon: Lexicon): string[] {
  const isListed = (term: string): boolean =>
    lexicon
      .scan(read(spoken(term), lexicon.partLines))
      .some(({ payload }) => SIDED.has(lexicon.entries[payload >> 1]?.device ?? ''));
  return mirrors.pairs.flatMap(({ id, word, mirror }) => {
    const listed = [word, mirror].map((side) => side.plain === true || side.terms.some(isListed));
    if (listed[0] === listed[1]) return [];
    const [has, lacks] = listed[0] ? [word, mirror] : [mirror, word];
    return [`${id}: "${has.label}" is listed, "${lacks.label}" (${lacks.terms.join(', ')}) is not`];
  });
}

function frameFaults(frames: WordLists['frames'], reader: (text: string) => Reading): string[] {
  const cuesIn = (reading: Reading, { id }: Frame): string[] =>
    framesOf(analysisOf(reading), [...reading.sentences.keys()], frames)
      .filter(({ frame }) => frame === id)
      .flatMap(({ sentences }) => sentences.flatMap(({ cues }) => cues.map(({ start, end }) => `${start}-${end}`)));
  return frames.frames.flatMap((frame, index) => [
    ...[...frame.finds, ...frame.ignores].flatMap((example) => {
      const { text, marks } = unbracketed(example);
      const found = cuesIn(reader(text), frame);
      if (found.join() === marks.join()) return [];
      return [`frames.yaml, ${frame.id}: "${example}" shows [${shown(marks, text)}], finds [${shown(found, text)}]`];
    }),
    ...frame.cues.flatMap((cue) => {
      const reading = reader(spoken(cue));
      const whole = frames
        .scan(reading)
        .filter(({ first, last }) => first === 0 && last === reading.tokens.start.length)
        .map(({ payload }) => payload);
      const others = whole.filter(
        (payload) => payload % 2 === 0 && payload >> 1 !== index && !whole.includes(payload + 1),
      );
      return [
        ...(whole.includes(index * 2) && !whole.includes(index * 2 + 1)
          ? []
          : [`frames.yaml, ${frame.id}: no text reaches its cue "${cue}"`]),
        ...others.map(
          (payload) => `frames.yaml, ${frame.id}: its cue "${cue}" also cues ${frames.frames[payload >> 1]?.id}`,
        ),
      ];
    }),
  ]);
}

function mirrorFaults(mirrors: WordLists['mirrors'], reader: (text: string) => Reading): string[] {
  return mirrors.pairs.flatMap(({ id, word, mirror }, pair) => [
    ...(word.plain === true && mirror.plain === true ? [`mirrors.yaml, ${id}: both sides are plain`] : []),
    ...(['word', 'mirror'] as const).flatMap((side) =>
      (side === 'word' ? word : mirror).terms.flatMap((term) => {
        const reading = reader(spoken(term));
        const roles = mirrors
          .scan(reading)
          .filter(({ first, last }) => first === 0 && last === reading.tokens.start.length)
          .map(({ payload }) => openMirror(payload))
          .filter((each) => each.pair === pair)
          .map(({ role }) => role);
        return roles.length > 0 && roles.every((role) => role === side)
          ? []
          : [`mirrors.yaml, ${id}: "${term}" is met as [${roles.join(', ')}], not as ${side} alone`];
      }),
    ),
  ]);
}

/** A term as a text would have it: a determiner and a word in its places for them. */
function spoken(term: string): string {
  return term.replaceAll('<its>', 'its').replaceAll('...', 'something');
}

function analysisOf(reading: Reading): Analysis {
  return { reading, voices: [], findings: [], labels: [], speech: [] };
}

function shown(spans: readonly string[], text: string): string {
  return spans.map((span) => text.slice(...(span.split('-').map(Number) as [number, number]))).join(' | ');
}

function unbracketed(example: string): { readonly text: string; readonly marks: string[] } {
  const marks: string[] = [];
  let text = '';
  for (const [piece, bracketed] of example.matchAll(/\[([^\]]*)\]|[^[\]]+/g)) {
    const plain = bracketed ?? piece;
    if (bracketed !== undefined) marks.push(`${text.length}-${text.length + plain.length}`);
    text += plain;
  }
  return { text, marks };
}
