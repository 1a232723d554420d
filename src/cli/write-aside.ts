import { access, constants, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ParallaxError } from '../text/error.js';

/** Refused before the work, not after it. @throws {ParallaxError} `no-file` */
export async function checkWritable(file: string): Promise<void> {
  if (file.trim() === '')
    throw new ParallaxError('bad-option', 'the file to write has no name', 'give the path where it should stand');
  await access(dirname(file), constants.W_OK).catch(() => {
    throw unwritable(file);
  });
}

/** Writes a file aside and renames it into its place, so that nobody finds half of it. @throws {ParallaxError} `no-file` */
export async function writeAside(
  file: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const aside = `${file}.part`;
  try {
    const handle = await open(aside, 'w');
    try {
      for await (const piece of pieces) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    // A fault of what is written is told as such.
    if (error instanceof Error && 'syscall' in error) throw unwritable(file);
    throw error;
  }
}

function unwritable(file: string): ParallaxError {
  return new ParallaxError(
    'no-file',
    `${file} cannot be written`,
    'give a path in a folder that is there, can be written to and has room',
  );
}
