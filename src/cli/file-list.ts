import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { skipped, type Skipped } from '../corpus/import/imported.js';

/** A file to import and the name it is shown by: of one in a folder the path from there, never more of the machine. */
export interface ListedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

export function isListed(each: ListedFile | Skipped): each is ListedFile {
  return 'path' in each;
}

export interface Listed {
  readonly files: (ListedFile | Skipped)[];
  /** Files and folders below the given ones that begin with a dot: they are passed over, since nobody means them. */
  hidden: number;
}

/** Files as given, and those below folders in the order of their names; links and what is hidden are passed over there. */
export async function listFiles(paths: readonly string[]): Promise<Listed> {
  const listed: Listed = { files: [], hidden: 0 };
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (!found)
      listed.files.push(unreadable(path, 'is not there, or cannot be opened', 'give the path of a file or folder'));
    else if (found.isDirectory()) await below(resolve(path), dirname(resolve(path)), listed);
    else listed.files.push(entry(path, basename(path), found));
  }
  return listed;
}

async function below(folder: string, root: string, listed: Listed): Promise<void> {
  const shown = (path: string): string => relative(root, path).split(sep).join('/');
  const names = await readdir(folder).catch(() => undefined);
  if (!names) listed.files.push(unreadable(shown(folder), 'cannot be opened', 'give read permission, or leave it out'));
  for (const name of (names ?? []).sort()) {
    if (name.startsWith('.')) {
      listed.hidden += 1;
      continue;
    }
    const path = join(folder, name);
    const found = await lstat(path).catch(() => undefined);
    if (found?.isDirectory()) await below(path, root, listed);
    // A link could lead round in a circle, or out of the folder.
    else if (found && !found.isSymbolicLink()) listed.files.push(entry(path, shown(path), found));
  }
}

function entry(
  path: string,
  name: string,
  found: { readonly size: number; readonly isFile: () => boolean },
): ListedFile | Skipped {
  if (!found.isFile()) return unreadable(name, 'is no file', 'give a file that holds an article');
  return { path, name, bytes: found.size };
}

export function unreadable(name: string, says: string, remedy: string): Skipped {
  return skipped(name, { code: 'unsupported', says, remedy });
}
