import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ParallaxError } from '../text/error.js';
import type { Line } from './line.js';

/** Analyses batches of lines on threads of their own; what comes back is their results' lines. */
export interface LinePool {
  readonly threads: number;
  /** @throws {ParallaxError} `timeout` when a batch takes longer than any text should */
  readonly analyze: (lines: readonly Line[]) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The largest text reads in some seconds; a batch holds one such or many small ones. */
const LIMIT_MS = 20_000;
/** A text of 8 MB, the largest taken, needs some 400 MB while it is read, and as much for its result. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 2048 };

/** The language model keeps every new word it meets; a thread that has read this many batches gives way to a fresh one. */
const BATCHES_OF_A_LIFE = 1000;

interface Job {
  readonly lines: readonly Line[];
  readonly done: (results: string) => void;
  readonly failed: (error: Error) => void;
}

/**
 * A thread for each core. The main thread only parts and writes lines: sending each text to a thread and its reading
 * back, as comparing does, took it more time than all the rest.
 */
export function openLinePool(threads = availableParallelism(), limitMs = LIMIT_MS): LinePool {
  const queue: Job[] = [];
  const idle: Worker[] = [];
  const running = new Map<Worker, { readonly job: Job; readonly timer: NodeJS.Timeout }>();
  const all = new Set<Worker>();
  start();
  return {
    threads,
    analyze: (lines) =>
      new Promise((done, failed) => {
        queue.push({ lines, done, failed });
        if (idle.length === 0 && all.size < threads) start();
        next();
      }),
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };

  function start(): void {
    const worker = new Worker(new URL('./line-worker.js', import.meta.url), { resourceLimits: THREAD_LIMITS });
    all.add(worker);
    let batches = 0;
    // Its first word is that it is ready, each further one a result.
    worker.on('message', (results: string) => {
      settle(worker)?.done(results);
      batches += 1;
      if (batches <= BATCHES_OF_A_LIFE) idle.push(worker);
      else replace(worker);
      next();
    });
    worker.on('error', (error) => drop(worker, error));
  }

  function replace(worker: Worker): void {
    all.delete(worker);
    void worker.terminate();
    start();
  }

  function next(): void {
    const worker = queue.length > 0 ? idle.shift() : undefined;
    const job = worker && queue.shift();
    if (!worker || !job) return;
    const timer = setTimeout(() => drop(worker, tooSlow(job.lines, limitMs)), limitMs);
    running.set(worker, { job, timer });
    worker.postMessage(job.lines);
  }

  function settle(worker: Worker): Job | undefined {
    const now = running.get(worker);
    clearTimeout(now?.timer);
    running.delete(worker);
    return now?.job;
  }

  /** One failure ends the run, so nothing takes the thread's place. */
  function drop(worker: Worker, error: Error): void {
    const job = settle(worker);
    all.delete(worker);
    void worker.terminate();
    for (const each of job ? [job] : queue.splice(0)) each.failed(error);
  }
}

function tooSlow(lines: readonly Line[], limitMs: number): ParallaxError {
  const [first, last] = [lines[0]?.number ?? 0, lines.at(-1)?.number ?? 0];
  return new ParallaxError(
    'timeout',
    `${first === last ? `line ${first}` : `lines ${first} to ${last}`} took longer than ${limitMs / 1000} s to read`,
    'give articles alone, as plain text',
  );
}
