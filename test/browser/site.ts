import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import type { Library } from '../../src/corpus/library.js';
import { startBrowser } from '../../src/sheet/pdf.js';
import { createApp } from '../../src/web/app.js';

/** One address of each kind of page, and what it answers. */
export const PAGES: readonly (readonly [path: string, status: number])[] = [
  ['/', 200],
  ['/topics/recognition-votes', 200],
  ['/topics/minsk-group?devices=loaded-terms,distancing,attribution,certainty,naming,sentiment&voice=all', 200],
  ["/topics?q=Turkey's+part+in+the+conflict", 200],
  ['/documents/000', 200],
  ['/terms', 200],
  ['/terms/loaded-terms/separatist', 200],
  ['/names', 200],
  ['/method', 200],
  ['/topics/minsk-group/sheet', 200],
  ['/topics/sheet?q=sanctions&paper=letter', 200],
  ['/topics?q=rent+control', 200],
  ['/nowhere', 404],
  ['/topics/minsk-group?colour=red', 400],
];

/** Those of them with marks; nobody speaks of rent control. */
export const MARKED: ReadonlySet<string> = new Set(
  PAGES.map(([path]) => path).filter((path) => /^\/(?:topics|documents)/.test(path) && !/rent|colour/.test(path)),
);

/** The seeds, served as a reader gets them. */
export interface Served {
  readonly library: Library;
  readonly address: string;
  readonly close: () => Promise<void>;
}

export async function serveSeeds(): Promise<Served> {
  const library = openSeedLibrary();
  const server = await new Promise<Server>((resolve, reject) => {
    const each: Server = createApp(library).listen(0, '127.0.0.1', (error?: Error) => {
      if (error) reject(error);
      else resolve(each);
    });
  });
  return {
    library,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The same with the one browser of a test file. */
export interface Site extends Served {
  /** A page in a context of its own; paths given to it are the site's. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
}

export async function openSite(): Promise<Site> {
  const served = await serveSeeds();
  const browser = await startWhenUnpacked();
  return {
    ...served,
    open: async (path, options) => {
      const context = await browser.newContext({ baseURL: served.address, ...options });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}

const TRIES = 30;

/** The first start ever unpacks the browser; while another process does that, it is there and cannot be run yet. */
export async function startWhenUnpacked(tries = TRIES): Promise<Browser> {
  try {
    return await startBrowser();
  } catch (error) {
    if (tries <= 1) throw error;
    await new Promise((done) => setTimeout(done, 1000));
    return startWhenUnpacked(tries - 1);
  }
}
