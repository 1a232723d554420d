import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal, type Parsed } from './imported.js';

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
}

// A long PDF takes some seconds; a page or a Word file some milliseconds.
const USUAL: Limits = {
  processes: Math.min(2, availableParallelism()),
  milliseconds: 12_000,
  memoryMb: 1_200,
  files: 500,
};
const HEAP_MB = 768;
const WATCH_EVERY_MS = 50;
const IDLE_MS = 60_000;

interface Waiting {
  readonly job: Job;
  readonly done: (answer: Answer) => void;
  readonly failed: (error: Error) => void;
}

interface Worker {
  readonly child: ChildProcess;
  served: number;
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
      for (const { failed } of queue.splice(0)) failed(new Error('The parsers were closed'));
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
    const worker: Worker = { child: startChild(), served: 0, idle: undefined };
    all.add(worker);
    // One that dies while idle is simply no longer there to be asked.
    worker.child
      .on('error', () => undefined)
      .on('exit', () => {
        all.delete(worker);
        if (free.includes(worker)) free.splice(free.indexOf(worker), 1);
      });
    return worker;
  }

  function serve(worker: Worker, { job, done, failed }: Waiting): void {
    const { child } = worker;
    clearTimeout(worker.idle);
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
    const stop = (refusal: Refusal): void => {
      failed(refusal);
      settle(false);
    };
    const onExit = (): void => stop(tooMuchMemory());
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
    worker.idle = setTimeout(() => {
      free.splice(free.indexOf(worker), 1);
      void end(worker);
    }, IDLE_MS).unref();
  }

  async function end(worker: Worker): Promise<void> {
    clearTimeout(worker.idle);
    all.delete(worker);
    const { child } = worker;
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    await new Promise((done) => {
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

/** No environment, no files to write, none to read but the program’s own, no code made from strings, only the channel open. */
function startChild(): ChildProcess {
  return fork(new URL('./parse-child.js', import.meta.url), {
    env: {},
    execArgv: [
      `--max-old-space-size=${HEAP_MB}`,
      // A page's tree is short-lived garbage: room for it halves the time, and two processes have no cores to spare for collecting.
      '--max-semi-space-size=64',
      '--single-threaded-gc',
      '--disallow-code-generation-from-strings',
      '--no-addons',
      ...permission(),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Node’s permission model, under the name this Node has for it. */
function permission(): string[] {
  const flag = ['--permission', '--experimental-permission'].find((each) =>
    process.allowedNodeEnvironmentFlags.has(each),
  );
  return flag === undefined ? [] : [flag, ...readable().map((folder) => `--allow-fs-read=${folder}`)];
}

function readable(): string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  const folders = [dirname(dirname(dirname(here)))];
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules'))) folders.push(join(folder, 'node_modules'));
  }
  return folders.map((folder) => join(folder, '*'));
}

function residentMb(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / (1024 * 1024);
  } catch {
    return 0;
  }
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
