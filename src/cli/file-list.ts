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

/** Files as given, and those below folders in the order of their names; links and what begins with a dot are passed over there. */
export async function listFiles(paths: readonly string[]): Promise<(ListedFile | Skipped)[]> {
  const listed: (ListedFile | Skipped)[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (!found) listed.push(unreadable(path, 'is not there, or cannot be opened', 'give the path of a file or folder'));
    else if (found.isDirectory()) listed.push(...(await below(resolve(path), dirname(resolve(path)))));
    else listed.push(entry(path, basename(path), found));
  }
  return listed;
}

async function below(folder: string, root: string): Promise<(ListedFile | Skipped)[]> {
  const shown = (path: string): string => relative(root, path).split(sep).join('/');
  const names = await readdir(folder).catch(() => undefined);
  if (!names) return [unreadable(shown(folder), 'cannot be opened', 'give read permission, or leave it out')];
  const listed: (ListedFile | Skipped)[] = [];
  for (const name of names.filter((each) => !each.startsWith('.')).sort()) {
    const path = join(folder, name);
    const found = await lstat(path).catch(() => undefined);
    if (found?.isDirectory()) listed.push(...(await below(path, root)));
    // A link could lead round in a circle, or out of the folder.
    else if (found && !found.isSymbolicLink()) listed.push(entry(path, shown(path), found));
  }
  return listed;
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
