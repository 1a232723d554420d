import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { ownSite, RENTS, RENTS_TOO, type OwnSite } from '../web/own.js';
import { startWhenUnpacked } from './site.js';

let site: OwnSite;
let server: Server;
let browser: Browser;
let address: string;

beforeAll(async () => {
  site = await ownSite();
  server = await new Promise<Server>((resolve) => {
    const each: Server = site.app.listen(0, '127.0.0.1', () => {
      resolve(each);
    });
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await startWhenUnpacked();
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await site.close();
});

async function open(path: string, options?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

async function paste(page: Page, text: string, outlet: string): Promise<void> {
  await page.getByRole('link', { name: 'Add documents' }).first().click();
  await page.getByLabel('The article').fill(text);
  await page.getByLabel('Outlet').fill(outlet);
  await page.getByRole('button', { name: 'Look at it' }).click();
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save what is ticked' }).click();

test('a reader without script pastes two articles, corrects an outlet, compares them, prints the sheet, and undoes', async () => {
  const page = await open('/', { javaScriptEnabled: false });
  await page.getByLabel('A new corpus, by its title').fill('Rents in the old town');
  await page.getByRole('button', { name: 'Make it' }).click();
  await paste(page, RENTS, 'The Harbour Post');
  await save(page);
  await paste(page, RENTS_TOO, 'Upland Time');
  await page.getByLabel('Outlet').fill('Upland Times');
  await save(page);
  expect(await page.getByRole('region', { name: 'Documents' }).innerText()).toContain('Upland Times');

  await page.getByRole('region', { name: 'Documents' }).getByRole('link', { name: 'The Harbour Post' }).first().click();
  await page.getByRole('link', { name: 'Correct or delete this document' }).click();
  await page.getByLabel('Outlet').fill('The Harbour Gazette');
  await page.getByRole('button', { name: 'Save' }).first().click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('The Harbour Gazette');

  await page.getByRole('searchbox').fill('cap on rents');
  await page.getByRole('button', { name: 'Compare' }).first().click();
  const compared = await page.getByRole('main').innerText();
  expect(compared).toContain('The Harbour Gazette');
  expect(compared).toContain('Upland Times');

  await page.getByRole('link', { name: 'Comparison sheet for print' }).click();
  expect(page.url()).toMatch(/\/corpora\/rents-in-the-old-town\/topics\/sheet\?q=/);
  await page.emulateMedia({ media: 'print' });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: 'screen' });

  await page.goto('/corpora/rents-in-the-old-town/acts');
  await page.getByRole('button', { name: /^Undo this: Corrected/ }).click();
  expect(await page.getByRole('region', { name: 'Documents' }).innerText()).toContain('The Harbour Post');
  await page.context().close();
});

describe('each new page', () => {
  const ROOT = '/corpora/floods';
  const PAGES = [
    '/',
    '/corpora',
    ROOT,
    `${ROOT}/documents`,
    `${ROOT}/documents/001`,
    `${ROOT}/documents/001/edit`,
    `${ROOT}/import`,
    'draft',
    'conflict',
    `${ROOT}/search?q=rents`,
    `${ROOT}/acts`,
  ];
  let draft: string;

  beforeAll(async () => {
    await site.post('/corpora', { title: 'Floods' });
    const documents = [
      { text: RENTS, title: 'Rents capped', outlet: 'The Harbour Post', date: '2024-05-13' },
      { text: RENTS_TOO, outlet: 'Upland Times' },
    ];
    await site.postJson(`${ROOT}/documents`, { documents });
    await site.store.save('floods', 'topic', {
      id: 'rents',
      title: 'Rents',
      question: 'What is said of rents?',
      cues: [{ groups: [['rents']], near: false }],
      not: [],
      typed: false,
    });
    await site.post(`${ROOT}/documents/002`, { author: 'Ida Holm' });
    const copy = `${RENTS}\n\nНe said so. More by the agency.`;
    draft = (await site.post(`${ROOT}/import`, { text: copy })).headers.location ?? '';
  });

  async function openPage(path: string): Promise<Page> {
    if (path !== 'conflict') return open(path === 'draft' ? draft : path);
    const page = await open(`${ROOT}/documents/001/edit`);
    await site.post(`${ROOT}/documents/001`, { author: `Ole Brandt ${Math.floor(performance.now())}` });
    await page.getByLabel('Author').fill('Ida Holm');
    await page.getByRole('button', { name: 'Save' }).first().click();
    expect(await page.getByRole('alert').innerText()).toContain('changed since you saw it');
    return page;
  }

  // What runs inside a page is written as text: the program knows no DOM.
  const STICKING_OUT = `[...document.querySelectorAll('body *')]
    .filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1 && !each.closest('.scroll, .before, .unseen'))
    .map((each) => each.outerHTML.slice(0, 80))`;
  const UNFOLD = `document.querySelectorAll('details').forEach((each) => { each.open = true; })`;

  test.each(PAGES)('%s leaves axe nothing to say and sticks out nowhere', async (path) => {
    const page = await openPage(path);
    await page.evaluate(UNFOLD);
    const wrong: unknown[] = [];
    for (const [colorScheme, width] of [
      ['light', 320],
      ['light', 1400],
      ['dark', 320],
      ['dark', 1400],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
        .setLegacyMode(true)
        .analyze();
      wrong.push(
        ...violations.map(({ id, nodes }) => [colorScheme, width, id, ...nodes.slice(0, 3).map(({ html }) => html)]),
      );
      const out = await page.evaluate<string[]>(STICKING_OUT);
      wrong.push(...out.map((each) => [colorScheme, width, 'sticks out', each]));
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});
