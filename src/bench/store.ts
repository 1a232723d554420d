import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../build/folders.js';
import { openStore } from '../corpus/store/store.js';
import { madeDocument } from '../torture/made-document.js';
import { serve } from '../torture/served.js';
import { median, type Figure } from './figure.js';

const SMALL = 250;
const LARGE = 1_000;
const LISTED = 10_000;
/** UTF-16 units of an article's text. */
const LENGTH = 3_500;
const ASKED = 7;

/** Importing by the command line, analyses too; the first page of a corpus as large as any. */
export async function storing(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'));
  try {
    const small = await imported(folder, SMALL);
    const large = await imported(folder, LARGE);
    return [
      {
        name: 'import-documents-per-second',
        // What is over the small one, so that the start is not counted as importing.
        value: (LARGE - SMALL) / (large.seconds - small.seconds),
        bound: '50 or more',
        detail: `pages of ${LENGTH} characters, parsed, saved and analysed, beyond the first ${SMALL}`,
      },
      {
        name: 'import-memory-growth',
        value: large.memoryMb / small.memoryMb,
        bound: '1.25 or less',
        detail: `most memory for ${LARGE} documents to that for ${SMALL} (${Math.round(small.memoryMb)} MB)`,
      },
      ...(await firstPage(join(folder, 'listed'))),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function imported(folder: string, count: number): Promise<{ seconds: number; memoryMb: number }> {
  const pages = join(folder, `pages-${count}`);
  mkdirSync(pages);
  for (let number = 0; number < count; number += 1) {
    const paragraphs = madeDocument(number, LENGTH)
      .text.split('\n\n')
      .map((each) => `<p>${each}</p>`);
    writeFileSync(
      join(pages, `${number}.html`),
      `<title>Report ${number}</title><article>${paragraphs.join('')}</article>`,
    );
  }
  const env = { ...process.env, PARALLAX_DATA: join(folder, `data-${count}`) };
  const start = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'import', '--corpus', 'Bench', pages], {
    env,
    stdio: 'ignore',
  });
  let memoryMb = 0;
  const watch = setInterval(() => (memoryMb = Math.max(memoryMb, residentMb(child.pid))), 20);
  const code = await new Promise((done) => child.once('exit', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the import ended with ${String(code)}`);
  return { seconds: (performance.now() - start) / 1000, memoryMb };
}

async function firstPage(folder: string): Promise<Figure[]> {
  const store = await openStore(folder);
  const documents = (function* () {
    for (let number = 0; number < LISTED; number += 1) yield madeDocument(number, 600);
  })();
  const { corpus, added } = (await store.importDocuments({ title: 'Listed' }, documents)).answer;
  if (added.length !== LISTED) throw new Error('some were not added');
  store.close();
  const server = await serve(folder);
  try {
    const origin = `http://127.0.0.1:${server.port}`;
    await (await fetch(`${origin}/`)).text();
    const first = await answered(`${origin}/corpora/${corpus}`);
    const pages: number[] = [];
    for (let page = 0; page < ASKED; page += 1)
      pages.push(await answered(`${origin}/corpora/${corpus}/documents?after=${page * 1_000}`));
    const searched = await answered(`${origin}/corpora/${corpus}/search?q=the`);
    const detail = `of a corpus of ${LISTED} documents, over HTTP`;
    return [
      { name: 'first-page-ms', value: first, bound: 'under 300', detail: `the first page, asked for once, ${detail}` },
      { name: 'search-page-ms', value: searched, bound: 'under 300', detail: `a word that all hold, ${detail}` },
      { name: 'list-page-ms', value: median(pages), bound: 'under 300', detail: `a page of the list, ${detail}` },
    ];
  } finally {
    await server.stop();
  }
}

async function answered(address: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(address);
  await response.text();
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return performance.now() - start;
}

function residentMb(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid ?? ''}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return 0;
  }
}
