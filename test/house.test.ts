import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

// How the house is built (see README). A failure names the file, what it does, the rule, and why the rule is there.

const ROOT = fileURLToPath(new URL('../', import.meta.url));

interface Source {
  readonly file: string;
  readonly room: string;
  readonly code: string;
  /** Modules it imports, types included: relative ones as paths from the root. */
  readonly imports: readonly string[];
}

const sources = filesBelow('src')
  .filter((file) => file.endsWith('.ts'))
  .map((file): Source => {
    const code = readFileSync(join(ROOT, file), 'utf8');
    const specifiers = [
      ...code.matchAll(/(?:from\s+|import\s+|import\(\s*|createRequire\([^)]*\)\(\s*)'([^']+)'/g),
    ].map((match) => match[1] ?? '');
    return {
      file,
      room: roomOf(file),
      code,
      imports: specifiers.map((each) => (each.startsWith('.') ? normalize(join(dirname(file), each)) : each)),
    };
  });

/** What each room may import besides itself; rooms further out come later. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  devices: ['text'],
  topics: ['text', 'devices'],
  compare: ['text', 'devices', 'topics'],
  corpus: ['text', 'devices', 'topics', 'compare'],
  web: ['text', 'devices', 'topics', 'compare', 'corpus', 'sheet'],
  sheet: ['text', 'devices', 'topics', 'compare', 'corpus', 'web'],
  cli: ['text', 'devices', 'topics', 'compare', 'corpus', 'web', 'sheet'],
  server: ['text', 'devices', 'topics', 'compare', 'corpus', 'web', 'sheet'],
  build: ['text', 'devices', 'topics', 'compare', 'corpus', 'web', 'sheet'],
  torture: ['text', 'corpus'],
  fuzz: ['text', 'corpus', 'torture'],
  validity: ['text', 'devices', 'compare', 'corpus', 'build', 'cli'],
  bench: ['text', 'devices', 'topics', 'compare', 'corpus', 'web', 'sheet', 'build', 'server', 'torture'],
};

const CORE = new Set(['text', 'devices', 'topics', 'compare']);

test('imports point one way, so that what is inside can be read, tested and kept without what is around it', () => {
  const wrong = sources.flatMap(({ file, room, imports }) =>
    imports
      .filter((path) => path.startsWith('src/'))
      .map((path) => ({ path, other: roomOf(path) }))
      .filter(({ other }) => other !== room && !(MAY_IMPORT[room] ?? []).includes(other))
      .map(({ path, other }) => `${file} imports ${path}: ${room} may not know ${other}`),
  );
  expect(wrong).toEqual([]);
});

test('every folder of src has its place in the order, so that a new one is thought about', () => {
  expect([...new Set(sources.map(({ room }) => room))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
});

test('devices never import one another, so that one can be added, changed or taken out alone', () => {
  const devices = readFileSync(join(ROOT, 'src/devices/index.ts'), 'utf8');
  const files = [...devices.matchAll(/import \{ \w+ \} from '\.\/([\w-]+)\.js'/g)].map(
    (match) => `src/devices/${match[1] ?? ''}`,
  );
  const wrong = sources
    .filter(({ file }) => files.includes(file.replace(/\.ts$/, '')))
    .flatMap(({ file, imports }) =>
      imports.filter((path) => files.includes(path.replace(/\.js$/, ''))).map((path) => `${file} imports ${path}`),
    );
  expect({ devices: files.length, wrong }).toEqual({ devices: 6, wrong: [] });
});

describe('only', () => {
  test.each([
    [
      'src/text/read.ts knows the language model, so that another can take its place',
      /^wink-/,
      (file: string) => file === 'src/text/read.ts',
    ],
    [
      'src/web knows Express and EJS, so that pages are one way to show a comparison and not the program',
      /^(?:express|ejs)$/,
      (file: string) => file.startsWith('src/web/'),
    ],
  ])('%s', (_, library, allowed) => {
    const wrong = sources.filter(({ file, imports }) => !allowed(file) && imports.some((each) => library.test(each)));
    // The bench measures against the bare libraries.
    expect(wrong.map(({ file }) => file).filter((file) => !file.startsWith('src/bench/'))).toEqual([]);
  });
});

test('the core touches no disk, network or process, so that the same text gives the same bytes anywhere', () => {
  const allowed = new Set(['src/devices/lexicon/compile.ts node:crypto', 'src/text/decode.ts node:module']);
  const wrong = sources
    .filter(({ room }) => CORE.has(room))
    .flatMap(({ file, imports }) =>
      imports.filter((each) => each.startsWith('node:')).map((each) => `${file} ${each}`),
    );
  expect(wrong.filter((each) => !allowed.has(each))).toEqual([]);
});

test('the core asks no clock, no chance and no network, so that the same text gives the same bytes tomorrow', () => {
  const impure = /\bDate\b|\bMath\.random\b|\bperformance\.|\bfetch\(|\bprocess\.|\bcrypto\.random/;
  const wrong = sources
    .filter(({ room, code }) => CORE.has(room) && impure.test(withoutComments(code)))
    .map(({ file, code }) => `${file}: ${impure.exec(withoutComments(code))?.[0] ?? ''}`);
  expect(wrong).toEqual([]);
});

test('no file is longer than 250 lines, so that each can be read in one sitting', () => {
  const long = ['src', 'views', 'public']
    .flatMap(filesBelow)
    .filter((file) => /\.(?:ts|js|mjs|ejs|css|html)$/.test(file))
    .map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length }));
  expect(long.filter(({ lines }) => lines > 250)).toEqual([]);
});

test('README’s first block is the two commands that start it and test it, so that nobody has to ask', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const block = /```[^\n]*\n([\s\S]*?)\n```/.exec(readme)?.[1];
  const commands = block?.split('\n').map((line) => line.replace(/\s+#.*$/, ''));
  expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm test']);
});

function roomOf(file: string): string {
  const [, room = ''] = file.split('/');
  return room.replace(/\.(?:ts|js)$/, '');
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
}

function filesBelow(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => {
      const each = relative(ROOT, join(path, name));
      return statSync(join(path, name)).isDirectory() ? filesBelow(each) : [each];
    });
}
