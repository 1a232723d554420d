import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serveSeeds, type Served } from './site.js';

let site: Served;

beforeAll(async () => {
  site = await serveSeeds();
});

afterAll(() => site.close());

interface Link {
  readonly from: string;
  readonly path: string;
  readonly fragment: string;
}

/** A page an entry, some three thousand of them. */
const MOST_MS = 240_000;

/** Read without the browser: it would take minutes for what takes seconds. */
test(
  'every link that can be reached from the first page ends at a page, at the very place it names',
  async () => {
    const ids = new Map<string, ReadonlySet<string>>();
    const links: Link[] = [];
    const dead: string[] = [];
    const known = new Set(['/']);
    for (const path of known) {
      // A form of one kind of page is like the next; test/web has one of each.
      if (/^\/terms\/.*\.(?:json|csv)$|\.csv\?part=/.test(path)) continue;
      const answer = await fetch(site.address + path);
      const text = await answer.text();
      if (answer.status !== 200) dead.push(`${path} answers ${answer.status}`);
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      ids.set(path, new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => unescaped(id))));
      for (const [, href = ''] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
        const url = new URL(unescaped(href), site.address + path);
        if (url.origin !== site.address) {
          dead.push(`${path} leads out to ${url.href}`);
          continue;
        }
        const link = { from: path, path: url.pathname + url.search, fragment: decodeURIComponent(url.hash.slice(1)) };
        known.add(link.path);
        if (link.fragment !== '') links.push(link);
      }
    }
    const missed = links.filter((link) => ids.get(link.path)?.has(link.fragment) !== true);
    expect([...dead, ...missed.map(({ from, path, fragment }) => `${from} leads to ${path}#${fragment}`)]).toEqual([]);
    expect(ids.size).toBeGreaterThan(
      site.library.lexicon.entries.filter(({ device }) => device !== 'sentiment').length,
    );
  },
  MOST_MS,
);

function unescaped(text: string): string {
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' };
  return text.replaceAll(/&(amp|lt|gt|quot|#39|#34);/g, (whole, name: string) => characters[name] ?? whole);
}
