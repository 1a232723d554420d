import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDisk } from './full-disk.js';
import { killRounds } from './kill.js';
import { refuseOverHttp } from './over-http.js';

/** `npm run torture [-- ROUNDS [SEED]]`: kills by the hundred, and a disk that is really full. Exit 1 if anything is lost. */
async function main([rounds = '500', seed = '1']: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-torture-'));
  try {
    const killed = await killRounds({
      folder: join(folder, 'killed'),
      rounds: Number(rounds),
      seed: Number(seed),
      onRound: (round) => {
        if (round % 25 === 0) process.stderr.write(`${round} of ${rounds}\n`);
      },
    });
    const { add, delete: deleted, undo, backup, step, open, between } = killed.during;
    say(
      `${killed.rounds} kills (seed ${seed}): ${add} in an import, ${deleted} in a delete, ${undo} in an undo, ` +
        `${step} in a migration, ${backup} in a backup (${killed.unfinished} left half written), ` +
        `${open} in an opening, ${between} between acts; ` +
        `${killed.acknowledged} documents acknowledged, ${killed.faults.length} faults`,
    );
    const full = await fillDisk(join(folder, 'disk'));
    say(full.skipped ?? `full disk: ${full.taken} documents taken, then refused; ${full.faults.length} faults`);
    const http = await refuseOverHttp(join(folder, 'disk-http'));
    say(
      http.skipped ?? `the same over HTTP: ${http.taken} documents taken, then refused; ${http.faults.length} faults`,
    );
    const faults = [...killed.faults, ...full.faults, ...http.faults];
    for (const fault of faults) say(fault);
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await main(process.argv.slice(2));
