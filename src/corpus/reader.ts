import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ParallaxError } from '../text/error.js';
import type { Reading } from '../text/reading.js';
import type { Span } from '../text/span.js';
import { unpackReading, type PackedReading } from './packed-reading.js';

/** Reads texts off the main thread; answers come as each is read. */
export interface Reader {
  /**
   * `article` is what a reader said is no furniture.
   * @throws {ParallaxError} `timeout` when a text takes longer than the limit
   */
  readonly read: (text: string, name: string, article?: readonly Span[]) => Promise<Reading>;
  readonly close: () => Promise<void>;
}

/** A megabyte reads in half a second; a text that takes this long is no article. */
const READING_LIMIT_MS = 20_000;

/** A text of 8 MB, the largest taken, needs some 400 MB while it is read. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 1024 };

/** What a thread is given. */
export interface ToRead {
  readonly text: string;
  readonly article: readonly Span[];
}

interface Job extends ToRead {
  readonly name: string;
  readonly done: (reading: Reading) => void;
  readonly failed: (error: Error) => void;
}

/**
 * A few worker threads and a queue. Written here, since a pool's library would take a tenth of a cold start:
 * `piscina` loads in 26 ms, the language model in 120.
 */
export function openReader(threads = Math.min(4, availableParallelism()), limitMs = READING_LIMIT_MS): Reader {
  const queue: Job[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let busy = 0;
  let closed = false;
  // The first thread loads its model at once, the others when there is work for them.
  start();

  return {
    read: (text, name, article = []) =>
      new Promise((done, failed) => {
        queue.push({ text, article, name, done, failed });
        // Threads that are idle or still loading take a text each; only a longer queue is worth another model.
        if (queue.length > all.size - busy && all.size < threads) start();
        next();
      }),
    close: async () => {
      closed = true;
      // A thread that nobody waits for would let the program end in the midst of this wait.
      for (const worker of all) worker.ref();
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };

  function start(): void {
    const worker = new Worker(new URL('./read-worker.js', import.meta.url), { resourceLimits: THREAD_LIMITS });
    all.add(worker);
    // Its first word is that the model is loaded: the limit is for a text, not for that.
    const forget = listen(
      worker,
      () => {
        forget();
        if (closed) return;
        worker.unref();
        idle.push(worker);
        next();
      },
      (error) => {
        all.delete(worker);
        for (const job of queue.splice(0)) job.failed(error);
      },
    );
  }

  function next(): void {
    const worker = queue.length > 0 ? idle.shift() : undefined;
    const job = worker ? queue.shift() : undefined;
    if (!worker || !job) return;
    worker.ref();
    busy += 1;
    const settle = (): void => {
      clearTimeout(timer);
      busy -= 1;
      forget();
      if (!closed) worker.unref();
    };
    const drop = (error: Error): void => {
      settle();
      all.delete(worker);
      void worker.terminate();
      job.failed(error);
      if (queue.length > 0) start();
    };
    const forget = listen(
      worker,
      (packed) => {
        settle();
        idle.push(worker);
        job.done(unpackReading(job.text, packed as PackedReading));
        next();
      },
      drop,
    );
    const timer = setTimeout(() => drop(tooSlow(job.name, limitMs)), limitMs);
    worker.postMessage({ text: job.text, article: job.article } satisfies ToRead);
  }
}

/** Listens until told to forget; a thread's other listeners (its own end is one) are left alone. */
function listen(worker: Worker, onMessage: (value: unknown) => void, onError: (error: Error) => void): () => void {
  worker.on('message', onMessage).on('error', onError);
  return () => worker.off('message', onMessage).off('error', onError);
}

function tooSlow(name: string, limitMs: number): ParallaxError {
  return new ParallaxError(
    'timeout',
    `${name} took longer than ${limitMs / 1000} s to read`,
    'give its article alone, as plain text',
  );
}
