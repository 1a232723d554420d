/** One measured figure and what it should be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** The design's bound, as text: "0.5 or more". */
  readonly bound: string;
  readonly detail: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Milliseconds a call takes. */
export function timed(call: () => unknown): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}

/** Times several calls in turn, so that a slow moment of the machine hits all of them; medians over the rounds. */
export function inTurn(rounds: number, ...calls: readonly (() => unknown)[]): number[] {
  for (const call of calls) call();
  const times = calls.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) calls.forEach((call, i) => times[i]?.push(timed(call)));
  return times.map(median);
}
