import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Refusal, type Parsed } from './imported.js';
import { startChild } from './start-child.js';

export type Job =
  | {
      readonly kind: 'html' | 'docx' | 'pdf' | 'eml';
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly encoding?: string | undefined;
    }
  | { readonly kind: 'language'; readonly text: string; readonly name: string };

export type Answer =
  | { readonly parsed: Parsed }
  | { readonly language: string }
  | { readonly refused: Pick<Refusal, 'code' | 'says' | 'remedy'> }
  | { readonly failed: true };

/** Parsers in processes of their own: whatever a file does to one of them, the program and other files go on. */
export interface Parsers {
  /** @throws {Refusal} what the parser refuses, or a limit it met */
  readonly ask: (job: Job) => Promise<Exclude<Answer, { refused: unknown } | { failed: true }>>;
  readonly close: () => Promise<void>;
}

export interface Limits {
  readonly processes: number;
  readonly milliseconds: number;
  /** Resident memory of one process, heap and all; watched where the system shows it (Linux). */
  readonly memoryMb: number;
  /** Files after which a process is replaced, so that no leak of a parser grows. */
  readonly files: number;
  /** After which a process that has nothing to do is ended. */
  readonly idleMilliseconds: number;
}

// A long PDF takes some seconds; a page or a Word file some milliseconds.
const USUAL: Limits = {
  processes: Math.min(2, availableParallelism()),
  milliseconds: 12_000,
  memoryMb: 1_200,
  files: 500,
  idleMilliseconds: 60_000,
};
const WATCH_EVERY_MS = 50;

interface Waiting {
  readonly job: Job;
  readonly done: (answer: Answer) => void;
  readonly failed: (error: Error) => void;
}

interface Worker {
  readonly child: ChildProcess;
  served: number;
  ended: boolean;
  idle: NodeJS.Timeout | undefined;
}

/** Starts nothing until it is asked; idle processes neither keep the program alive nor stay for long. */
export function openParsers(given: Partial<Limits> = {}): Parsers {
  const limits = { ...USUAL, ...given };
  const queue: Waiting[] = [];
  const free: Worker[] = [];
  const all = new Set<Worker>();
  // One in the midst of a loop would not notice that the program has ended.
  const killAll = (): void => all.forEach(({ child }) => child.kill('SIGKILL'));
  process.once('exit', killAll);

  return {
    ask: async (job) => {
      const answer = await new Promise<Answer>((done, failed) => {
        queue.push({ job, done, failed });
        next();
      });
      if ('refused' in answer) throw new Refusal(answer.refused.code, answer.refused.says, answer.refused.remedy);
      if ('failed' in answer)
        throw new Refusal('malformed', 'cannot be read', 'open it and save it again, or give its text');
      return answer;
    },
    close: async () => {
      for (const { failed } of queue.splice(0)) failed(closed());
      await Promise.all([...all].map(end));
      process.off('exit', killAll);
    },
  };

  function next(): void {
    while (queue.length > 0) {
      const worker = free.pop() ?? (all.size < limits.processes ? start() : undefined);
      const waiting = worker ? queue.shift() : undefined;
      if (!worker || !waiting) return;
      serve(worker, waiting);
    }
  }

  function start(): Worker {
    const worker: Worker = { child: startChild(), served: 0, ended: false, idle: undefined };
    all.add(worker);
    // One that dies while idle is simply no longer there to be asked.
    worker.child
      .on('error', () => undefined)
      .on('exit', () => {
        all.delete(worker);
        withdraw(worker);
      });
    return worker;
  }

  /** No longer among the free. */
  function withdraw(worker: Worker): void {
    clearTimeout(worker.idle);
    const at = free.indexOf(worker);
    if (at >= 0) free.splice(at, 1);
  }

  function serve(worker: Worker, { job, done, failed }: Waiting): void {
    const { child } = worker;
    withdraw(worker);
    child.ref();
    child.channel?.ref();
    let settled = false;
    const settle = (keep: boolean): void => {
      if (settled) return;
      settled = true;
      clearTimeout(clock);
      clearInterval(watch);
      child.off('message', onAnswer).off('exit', onExit).off('error', onExit);
      worker.served += 1;
      if (keep && worker.served < limits.files) rest(worker);
      else void end(worker);
      next();
    };
    const onAnswer = (answer: unknown): void => {
      done(answer as Answer);
      settle(!('failed' in (answer as Answer)));
    };
    const stop = (reason: Error): void => {
      failed(reason);
      settle(false);
    };
    const onExit = (): void => stop(worker.ended ? closed() : tooMuchMemory());
    const clock = setTimeout(() => stop(tooSlow(limits.milliseconds)), limits.milliseconds);
    const watch = setInterval(() => {
      if (residentMb(child.pid) > limits.memoryMb) stop(tooMuchMemory());
    }, WATCH_EVERY_MS);
    child.on('message', onAnswer).on('exit', onExit).on('error', onExit);
    child.send(job, (error) => {
      if (error) stop(tooMuchMemory());
    });
  }

  function rest(worker: Worker): void {
    worker.child.unref();
    worker.child.channel?.unref();
    free.push(worker);
    worker.idle = setTimeout(() => void end(worker), limits.idleMilliseconds).unref();
  }

  async function end(worker: Worker): Promise<void> {
    withdraw(worker);
    worker.ended = true;
    all.delete(worker);
    const { child } = worker;
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    await new Promise((done) => {
      // At rest it does not keep the program, which would end before it is told that this one has.
      child.ref();
      child.once('exit', done);
      child.kill('SIGKILL');
    });
  }
}

let shared: Parsers | undefined;

/** The program’s own parsers, for whoever has no reason to limit them otherwise. */
export function sharedParsers(): Parsers {
  return (shared ??= openParsers());
}

function residentMb(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / (1024 * 1024);
  } catch {
    return 0;
  }
}

function closed(): Error {
  return new Error('The parsers were closed');
}

function tooSlow(milliseconds: number): Refusal {
  return new Refusal(
    'timeout',
    `took longer than ${milliseconds / 1000} s to read`,
    'give its article alone, as plain text',
  );
}

function tooMuchMemory(): Refusal {
  return new Refusal('expands_too_large', 'needs more memory than is allowed', 'give its article alone, as plain text');
}
