import { createInterface } from 'node:readline';
import { openLinePool } from './line-pool.js';
import { parseLine, type Line } from './line.js';
import { write } from './options.js';

/** A batch is sent when it is this large; one line at a time would cost more to send than to analyse. */
const LINES_IN_BATCH = 64;
const UNITS_IN_BATCH = 65_536;
/** … or when no line has filled it for so long, so that who writes a line and waits gets its result. */
const WAIT_MS = 5;
/** Batches under way for each thread: enough to keep it busy, few enough that memory stays flat. */
const BATCHES_PER_THREAD = 3;

/**
 * One result a line, in the order of the lines, each written as soon as it and those before it are ready; memory does
 * not grow with their number. A line that cannot be taken ends the run behind the results of the lines before it.
 */
export async function analyzeLines(): Promise<void> {
  const pool = openLinePool();
  const underWay: Promise<void>[] = [];
  let written = Promise.resolve();
  let batch: Line[] = [];
  let units = 0;
  let timer: NodeJS.Timeout | undefined;
  let number = 0;
  const send = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (batch.length === 0) return;
    const result = Promise.all([pool.analyze(batch), written]).then(([results]) => write(results));
    // Awaited below; a failure must not count as unhandled until then.
    result.catch(() => undefined);
    written = result;
    underWay.push(result);
    batch = [];
    units = 0;
  };
  try {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      const parsed = parseLine(number === 1 ? line.replace(/^\ufeff/, '') : line, number);
      // A large text goes alone, so that the limit of time is its own.
      if (units + parsed.text.length > UNITS_IN_BATCH) send();
      batch.push(parsed);
      units += parsed.text.length;
      if (batch.length >= LINES_IN_BATCH || units >= UNITS_IN_BATCH) send();
      else timer ??= setTimeout(send, WAIT_MS);
      while (underWay.length >= BATCHES_PER_THREAD * pool.threads) await underWay.shift();
    }
  } finally {
    send();
    try {
      await written;
    } finally {
      await pool.close();
    }
  }
}
