import { ParallaxError } from '../../text/error.js';
import { writeBackup, restoreSteps } from './backup.js';
import type { Connection } from './connection.js';
import { messageOf } from './fault.js';
import type { StoreFiles } from './files.js';
import { MIGRATIONS, type Migration } from './migrations.js';

/**
 * Brings a store's schema up to date: a backup before each step, each step in one transaction with its version, so that
 * a step that fails or is cut off leaves the store as it was.
 * @throws {ParallaxError} `store-newer`, `store-migration`, `store-full`
 */
export async function migrate(
  { raw, reader, write }: Connection,
  files: StoreFiles,
  now: () => Date,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const from = versionOf(raw.pragma('user_version', { simple: true }));
  refuseNewer(from, migrations.length);
  for (const [index, { name, up }] of migrations.entries()) {
    if (index < from) continue;
    // A store that is being made has nothing to lose.
    if (from > 0) writeBackup(reader, files, now());
    try {
      await write.transaction().execute(async (trx) => {
        await up(trx);
        raw.pragma(`user_version = ${index + 1}`);
      });
    } catch (error) {
      if (error instanceof ParallaxError) throw error;
      throw new ParallaxError(
        'store-migration',
        `the store’s step ${index + 1} (${name}) failed and was taken back (${messageOf(error)})`,
        `go on with the program that wrote it, and report this; ${restoreSteps(files)}`,
      );
    }
  }
}

export function refuseNewer(version: number, known = MIGRATIONS.length): void {
  if (version > known)
    throw new ParallaxError(
      'store-newer',
      `the store was written by a newer Parallax (its version ${version}, this knows ${known})`,
      'install the newer one, or set PARALLAX_DATA to another folder',
    );
}

export function versionOf(value: unknown): number {
  return typeof value === 'number' ? value : Number(value);
}
