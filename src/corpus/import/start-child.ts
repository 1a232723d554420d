import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const HEAP_MB = 768;

/** The process that parses: no environment, no files to write, none to read but the program’s code, only the channel open. */
export function startChild(): ChildProcess {
  return fork(new URL('./parse-child.js', import.meta.url), childOptions());
}

export function childOptions(): ForkOptions & { readonly execArgv: string[] } {
  return {
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
  };
}

/** Node’s permission model, under the name this Node has for it. */
function permission(): string[] {
  const flag = ['--permission', '--experimental-permission'].find((each) =>
    process.allowedNodeEnvironmentFlags.has(each),
  );
  return flag === undefined ? [] : [flag, ...readable().map((path) => `--allow-fs-read=${path}`)];
}

/** The compiled program and its packages, not the folder around them: a reader may keep documents there. */
function readable(): string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  const compiled = dirname(dirname(here));
  const packages = ancestors(here)
    .map((folder) => join(folder, 'node_modules'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => [folder, realpathSync(folder), ...linked(folder)]);
  // Node 20 ends where a path is named twice.
  const folders = outermost([...new Set([compiled, ...packages])]);
  return [join(dirname(compiled), 'package.json'), ...folders.map((folder) => join(folder, '*'))];
}

function ancestors(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestors(above)];
}

/** Where packages stand that are links, as `npm link` and pnpm make them. */
function linked(modules: string): string[] {
  return readdirSync(modules, { withFileTypes: true }).flatMap((entry) => {
    const path = join(modules, entry.name);
    if (entry.name.startsWith('@') && entry.isDirectory()) return linked(path);
    return entry.isSymbolicLink() && existsSync(path) ? [realpathSync(path)] : [];
  });
}

function outermost(folders: readonly string[]): string[] {
  return folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}${sep}`)));
}
