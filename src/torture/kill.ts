import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { openStore, type Store } from '../corpus/store/store.js';
import { chance } from './chance.js';
import { madeDocument } from './made-document.js';
import { withSteps } from './steps.js';

export interface KillOptions {
  readonly folder: string;
  readonly rounds: number;
  readonly seed: number;
  readonly onRound?: (round: number) => void;
}

export interface Killed {
  readonly rounds: number;
  /** Documents that were acknowledged over all rounds. */
  readonly acknowledged: number;
  /** How many kills fell in what: each act, a step of the schema, a backup; or between two of them. */
  readonly during: Readonly<Record<Moment, number>>;
  /** Backups that a kill left half written. */
  readonly unfinished: number;
  /** What did not hold; should be none. */
  readonly faults: readonly string[];
}

/** `open` is an opening outside the steps of the schema, `between` what is read between two acts. */
export type Moment = 'add' | 'delete' | 'undo' | 'backup' | 'step' | 'open' | 'between';

const VICTIM = fileURLToPath(new URL('./victim.js', import.meta.url));
/** A kill comes at random within this time of the first line that begins so. */
interface Aim {
  readonly line: string;
  readonly withinMs: number;
}

/**
 * In turn, each some times as long as what it aims at takes on a slow machine, so that kills fall before, within and
 * behind it. Left to chance over a whole run alone, most fell in openings and five of five hundred in a migration.
 */
const STEP: Aim = { line: 'try step', withinMs: 40 };
const AIMS: readonly Aim[] = [
  STEP,
  { line: 'try delete', withinMs: 12 },
  { line: 'try backup', withinMs: 80 },
  { line: 'try add', withinMs: 25 },
  // Anywhere from the first statement of an opening to some dozens of acts later.
  { line: 'try open', withinMs: 250 },
];

/** Kills a process that works on a store at random moments, and looks each time whether all it acknowledged is there. */
export async function killRounds({ folder, rounds, seed, onRound }: KillOptions): Promise<Killed> {
  const random = chance(seed);
  const expected = new Map<number, 'there' | 'gone' | 'either'>();
  const faults: string[] = [];
  const during: Record<Moment, number> = { add: 0, delete: 0, undo: 0, backup: 0, step: 0, open: 0, between: 0 };
  let unfinished = 0;
  let steps = 0;
  let acknowledged = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const aim = AIMS[round % AIMS.length] ?? STEP;
    // Every fifth round the schema has a step more, which the victim runs when it opens.
    if (aim === STEP) steps += 1;
    const first = Math.max(-1, ...expected.keys()) + 1;
    const args = [folder, String(seed + round), String(steps), String(first)];
    const lines = await runAndKill(args, aim.line, random() * aim.withinMs);
    during[momentOf(lines.at(-1) ?? '')] += 1;
    acknowledged += note(lines, expected);
    unfinished += unfinishedBackups(folder);
    const store = await openStore(folder, { migrations: withSteps(steps) });
    try {
      for (const fault of await look(store, expected)) faults.push(`round ${round}: ${fault}`);
    } finally {
      store.close();
    }
    for (const fault of checkBackups(folder)) faults.push(`round ${round}: ${fault}`);
    onRound?.(round);
  }
  return { rounds, acknowledged, during, unfinished, faults };
}

/** What was begun by a victim whose last line this is, and not said to be done. */
function momentOf(line: string): Moment {
  const [state, what] = line.split(' ');
  if (state !== 'try') return 'between';
  if (what === 'add' || what === 'delete' || what === 'undo' || what === 'backup') return what;
  return what === 'step' || what === 'commit' ? 'step' : 'open';
}

/** What the victim said until it was killed. */
function runAndKill(args: readonly string[], line: string, afterMs: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [VICTIM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let wrong = '';
    let armed = false;
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      if (armed || !`\n${said}`.includes(`\n${line}`)) return;
      armed = true;
      setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (wrong += piece));
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(said.slice(0, said.lastIndexOf('\n')).split('\n'));
      else reject(new Error(`the victim ended by itself (${code ?? signal ?? ''}): ${wrong}`));
    });
  });
}

/** Brings what is expected up to date; an act that was begun and not acknowledged may have happened or not. */
function note(lines: readonly string[], expected: Map<number, 'there' | 'gone' | 'either'>): number {
  let added = 0;
  for (const line of lines) {
    const [state, what, ...numbers] = line.split(' ');
    if (what !== 'add' && what !== 'delete' && what !== 'undo') continue;
    for (const number of numbers.map(Number)) {
      if (state === 'try') expected.set(number, 'either');
      else expected.set(number, what === 'delete' ? 'gone' : 'there');
      if (state === 'done' && what === 'add') added += 1;
    }
  }
  return added;
}

async function look(store: Store, expected: Map<number, 'there' | 'gone' | 'either'>): Promise<string[]> {
  const faults: string[] = [];
  const integrity = store.checkIntegrity();
  if (integrity !== 'ok') faults.push(`integrity_check says ${integrity}`);
  const [corpus] = await store.listCorpora();
  if (!corpus) return [...expected.values()].includes('there') ? [...faults, 'the corpus is gone'] : faults;
  const there = new Map(
    (await store.allDocuments(corpus.id)).map((document) => [Number(document.title?.is.split(' ')[1]), document]),
  );
  for (const [number, state] of expected) {
    if (state === 'there' && !there.has(number)) faults.push(`document ${number} was acknowledged and is gone`);
    if (state === 'gone' && there.has(number)) faults.push(`document ${number} was deleted and is back`);
    // From here on it is known.
    expected.set(number, there.has(number) ? 'there' : 'gone');
  }
  // Who was not answered asks again: the same documents are there once.
  const again = [...there.keys()].slice(-20);
  const { answer } = await store.addDocuments(
    corpus.id,
    again.map((number) => madeDocument(number)),
  );
  if (answer.some(({ outcome }) => outcome !== 'already')) faults.push('a document given again was added twice');
  for (const number of again.slice(-3)) {
    const document = there.get(number);
    if (document && store.textNow(document) !== madeDocument(number).text)
      faults.push(`document ${number} has changed`);
    if ((await store.search(corpus.id, `"Report ${number}"`)).total !== 1)
      faults.push(`document ${number} is not found`);
  }
  return faults;
}

function unfinishedBackups(folder: string): number {
  return namesIn(join(folder, 'backups')).filter((name) => name.endsWith('.unfinished')).length;
}

function checkBackups(folder: string): string[] {
  return namesIn(join(folder, 'backups')).flatMap((name) => {
    const database = new Sqlite(join(folder, 'backups', name), { readonly: true });
    const found = String(database.pragma('quick_check(1)', { simple: true }));
    database.close();
    return found === 'ok' ? [] : [`backup ${name}: ${found}`];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
