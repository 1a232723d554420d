import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import type { Library } from '../corpus/library.js';
import { ParallaxError } from '../text/error.js';
import type { Topic } from '../topics/topic.js';
import { createApp } from '../web/app.js';
import { searchOf, type Paper } from '../web/query.js';

export interface SheetOptions {
  readonly paper: Paper;
}

/** The package's own arguments are left out: `--single-process` among them kills the browser with its first page. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
];

/**
 * A topic's comparison sheet as a tagged PDF: the page that a browser would print, printed.
 * @throws {ParallaxError} `no-browser`
 */
export async function sheetPdf(library: Library, topic: Topic, { paper }: SheetOptions): Promise<Buffer> {
  const server = await listen(library);
  try {
    const { port } = server.address() as AddressInfo;
    const path = topic.typed
      ? `/topics/sheet${searchOf({ q: topic.title, paper })}`
      : `/topics/${encodeURIComponent(topic.id)}/sheet${searchOf({ paper })}`;
    return await writePdf(`http://127.0.0.1:${port}${path}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Prints a page of our own. Page size, margins and running lines are the page's. */
export async function writePdf(url: string): Promise<Buffer> {
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await page.evaluate('document.fonts.ready');
    return await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: false });
  } finally {
    await browser.close();
  }
}

/** Another process may be unpacking the same Chromium right now; an unpacking that was cut short is done again. */
const ATTEMPTS = 4;
const BETWEEN_ATTEMPTS_MS = 1_500;

/** Starts Chromium: `CHROMIUM_PATH`, or the one inside the npm package. */
export async function startBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH;
  for (let attempt = 1; ; attempt += 1) {
    let unpacked: string | undefined;
    try {
      const { chromium } = await import('playwright-core');
      unpacked = given === undefined ? await (await import('@sparticuz/chromium')).default.executablePath() : undefined;
      return await chromium.launch({ executablePath: given ?? unpacked ?? '', args: ARGUMENTS });
    } catch (error) {
      if (given !== undefined || attempt === ATTEMPTS) throw noBrowser(error);
      await new Promise((wait) => setTimeout(wait, BETWEEN_ATTEMPTS_MS));
      if (attempt === ATTEMPTS - 1 && unpacked !== undefined) await rm(unpacked, { force: true });
    }
  }
}

function noBrowser(error: unknown): ParallaxError {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return new ParallaxError(
    'no-browser',
    `no Chromium could be started (${reason})`,
    'set CHROMIUM_PATH to one, or print the sheet from your own browser',
  );
}

function listen(library: Library): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server: Server = createApp(library).listen(0, '127.0.0.1', (error?: Error) => {
      if (error) reject(error);
      else resolve(server);
    });
  });
}
