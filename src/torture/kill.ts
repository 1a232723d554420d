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
  /** How often a kill met an unfinished act, a schema step, a backup. */
  readonly during: { readonly acts: number; readonly openings: number; readonly backups: number };
  /** What did not hold; should be none. */
  readonly faults: readonly string[];
}

const VICTIM = fileURLToPath(new URL('./victim.js', import.meta.url));
/** Kills come anywhere from the first statement of an opening to some dozens of acts later. */
const LONGEST_MS = 250;

/** Kills a process that works on a store at random moments, and looks each time whether all it acknowledged is there. */
export async function killRounds({ folder, rounds, seed, onRound }: KillOptions): Promise<Killed> {
  const random = chance(seed);
  const expected = new Map<number, 'there' | 'gone' | 'either'>();
  const faults: string[] = [];
  const during = { acts: 0, openings: 0, backups: 0 };
  let steps = 0;
  let acknowledged = 0;
  for (let round = 1; round <= rounds; round += 1) {
    // Every fifth round the schema has a step more, which the victim runs when it opens.
    if (round % 5 === 0) steps += 1;
    const first = Math.max(-1, ...expected.keys()) + 1;
    const args = [folder, String(seed + round), String(steps), String(first)];
    const lines = await runAndKill(args, random() * LONGEST_MS);
    const last = lines.at(-1) ?? '';
    if (last === 'ready') during.openings += 1;
    else if (last.startsWith('try')) during.acts += 1;
    acknowledged += note(lines, expected);
    const left = unfinishedBackups(folder);
    during.backups += left;
    const store = await openStore(folder, { migrations: withSteps(steps) });
    try {
      for (const fault of await look(store, expected)) faults.push(`round ${round}: ${fault}`);
    } finally {
      store.close();
    }
    for (const fault of checkBackups(folder)) faults.push(`round ${round}: ${fault}`);
    onRound?.(round);
  }
  return { rounds, acknowledged, during, faults };
}

/** What the victim said until it was killed. */
function runAndKill(args: readonly string[], afterMs: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [VICTIM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let wrong = '';
    let armed = false;
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      if (armed) return;
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
    if (what !== 'add' && what !== 'delete') continue;
    for (const number of numbers.map(Number)) {
      if (state === 'try') expected.set(number, 'either');
      else expected.set(number, what === 'add' ? 'there' : 'gone');
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
