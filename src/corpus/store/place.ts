import { existsSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ParallaxError } from '../../text/error.js';
import { codeOf } from './fault.js';
import type { StoreFiles } from './files.js';

/**
 * Makes a store's folder where it is missing, step by step: Node's own recursive making tries for ever where the system
 * says that a step which it has just made is not there, as below `/proc`.
 * @throws {ParallaxError} `store-fault`
 */
export function makePlace({ folder, database, lock, backups }: StoreFiles): void {
  const missing: string[] = [];
  let there = folder;
  for (; !isThere(there) && dirname(there) !== there; there = dirname(there)) missing.push(there);
  if (!isFolder(there)) throw unfit(`${there} is no folder`);
  for (const step of missing.reverse()) {
    try {
      mkdirSync(step, { mode: 0o700 });
    } catch (error) {
      // Another Parallax that starts at the same time may have made it.
      if (isFolder(step)) continue;
      if (codeOf(error) === 'ENOENT') throw unfit(`the folder ${step} cannot be made`);
      throw error;
    }
  }
  for (const file of [database, lock]) if (isThere(file) && !isFile(file)) throw unfit(`${file} is no file`);
  if (isThere(backups) && !isFolder(backups)) throw unfit(`${backups} is no folder`);
}

/** A link that leads nowhere is there too: nothing can be made in its place. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    if (/^(?:ENOENT|ENOTDIR)$/.test(codeOf(error))) return false;
    throw error;
  }
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

function unfit(problem: string): ParallaxError {
  return new ParallaxError('store-fault', problem, 'set PARALLAX_DATA to another folder, or move what is in the way');
}
