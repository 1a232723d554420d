import type { Reading } from '../text/reading.js';
import type { Span } from '../text/span.js';
import type { Passage, Reason, Retrieved } from './retrieve.js';

/** A sentence put into a topic by hand, or taken out of it. */
export interface Pin extends Span {
  readonly in: boolean;
  readonly note: string;
}

export interface Pinned extends Retrieved {
  /** Sentences that the cues found and a reader took out: indices into `Reading.sentences`, ascending. */
  readonly takenOut: readonly { readonly index: number; readonly note: string }[];
  /** What a reader said of the sentences put in, by index. */
  readonly putIn: ReadonlyMap<number, string>;
}

/**
 * What the cues found, corrected by hand. Of two pins of one sentence the last holds; one that fits no sentence any more
 * (its text was changed) is passed over, since it may have meant other words.
 */
export function applyPins(reading: Reading, retrieved: Retrieved, pins: readonly Pin[] = []): Pinned {
  const pinned = pinnedSentences(reading, pins);
  if (pinned.size === 0) return { ...retrieved, takenOut: [], putIn: NONE };
  const reasons = new Map<number, Reason>(
    retrieved.passages.flatMap(({ sentences }) => sentences.map(({ index, reason }) => [index, reason])),
  );
  const takenOut: { index: number; note: string }[] = [];
  const putIn = new Map<number, string>();
  for (const [index, { in: isIn, note }] of pinned) {
    if (isIn && !reasons.has(index)) {
      reasons.set(index, 'pinned');
      putIn.set(index, note);
    }
    if (!isIn && reasons.delete(index)) takenOut.push({ index, note });
  }
  return {
    // Where nothing is left, the cues missed nothing: what they found was taken out, and is listed.
    nearestMiss: reasons.size > 0 ? undefined : retrieved.nearestMiss,
    passages: runsOf([...reasons].sort(([a], [b]) => a - b)),
    takenOut: takenOut.sort((a, b) => a.index - b.index),
    putIn,
  };
}

const NONE: ReadonlyMap<number, string> = new Map();

function pinnedSentences({ sentences }: Reading, pins: readonly Pin[]): Map<number, Pin> {
  if (pins.length === 0) return new Map();
  const indexAt = new Map(sentences.map(({ start, end }, index) => [`${start} ${end}`, index]));
  return new Map(
    pins.flatMap((pin) => {
      const index = indexAt.get(`${pin.start} ${pin.end}`);
      return index === undefined ? [] : [[index, pin] as const];
    }),
  );
}

/** Neighbouring sentences make one passage. */
export function runsOf(sentences: readonly (readonly [index: number, reason: Reason])[]): Passage[] {
  const runs: { index: number; reason: Reason }[][] = [];
  for (const [index, reason] of sentences) {
    const last = runs.at(-1);
    if (last?.at(-1)?.index === index - 1) last.push({ index, reason });
    else runs.push([{ index, reason }]);
  }
  return runs.map((run) => ({ sentences: run }));
}
