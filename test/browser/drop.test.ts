import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { newFolder } from '../corpus/store/sample.js';
import { ownSite, RENTS, RENTS_TOO, type OwnSite } from '../web/own.js';
import { startWhenUnpacked } from './site.js';

let site: OwnSite;
let server: Server;
let browser: Browser;
let address: string;
let root: string;

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

beforeEach(async () => {
  root = `/corpora/${(await site.store.createCorpus('Rents')).answer}`;
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

const LEFT = 'Read more: the union said that its members will march.';
const TEXTS: Readonly<Record<string, string>> = { 'one.txt': `${RENTS}\n\n${LEFT}`, 'two.txt': RENTS_TOO };

// What runs inside a page is written as text: the program knows no DOM.
const drop = (texts: Readonly<Record<string, string>>): string => `(() => {
  const dataTransfer = new DataTransfer();
  for (const [name, text] of Object.entries(${JSON.stringify(texts)}))
    dataTransfer.items.add(new File([text], name, { lastModified: 1 }));
  const on = document.querySelector('form.drop .actions');
  const event = (type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  on.dispatchEvent(event('dragover'));
  const isOver = document.querySelector('form.drop').classList.contains('over');
  on.dispatchEvent(event('drop'));
  return isOver;
})()`;

async function listed(page: Page, lines: number): Promise<string[]> {
  await page
    .locator('.chosen li')
    .nth(lines - 1)
    .waitFor();
  return page.locator('.chosen').locator('p, li').allInnerTexts();
}

/** On the review page: chooses the first document's extent, leaves the second as it is, and saves both. */
async function chooseAndSave(page: Page): Promise<void> {
  const document = page.getByRole('region', { name: 'one.txt', exact: true });
  await document.getByText('Where the article stands in the text').click();
  const row = (words: string) => document.getByRole('row').filter({ hasText: words });
  await row('Landlords slammed')
    .getByRole('radio', { name: /^First/ })
    .check();
  await row('The court will')
    .getByRole('checkbox', { name: /^Furniture/ })
    .check();
  await row(LEFT)
    .getByRole('checkbox', { name: /^part of the article/ })
    .check();
  await page.getByRole('button', { name: 'Save what is ticked' }).click();
}

/** How the sentences begin that the document's page marks. */
async function analysed(page: Page): Promise<string[]> {
  await page.goto(`${root}/documents/001`);
  const sentences = await page.locator('.passage .sentence').allInnerTexts();
  return sentences.map((each) => each.slice(0, 9));
}

async function violations(page: Page): Promise<unknown[]> {
  await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true; })`);
  const { violations: found } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .setLegacyMode(true)
    .analyze();
  return found.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html)]);
}

const CHOSEN = ['Landlords', 'Rents in ', 'Read more'];

test('files that are dropped are listed, reviewed, cut to their article, and analysed as that alone', async () => {
  const page = await open(`${root}/import`);
  expect(await page.evaluate<boolean>(drop({ 'one.txt': TEXTS['one.txt'] ?? '' }))).toBe(true);
  await listed(page, 1);
  expect(await violations(page)).toEqual([]);
  await page.evaluate(drop(TEXTS));
  const [one = 0, two = 0] = Object.values(TEXTS).map((text) => Buffer.byteLength(text));
  expect(await listed(page, 2)).toEqual([
    `2 files, ${one + two} bytes`,
    `one.txt, ${one} bytes`,
    `two.txt, ${two} bytes`,
  ]);
  expect(await page.locator('form.drop.over').count()).toBe(0);
  await page.getByRole('button', { name: 'Look at them' }).click();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await chooseAndSave(page);
  expect(await page.getByRole('region', { name: 'Documents' }).innerText()).toContain('two.txt');
  expect(await analysed(page)).toEqual(CHOSEN);
  await page.context().close();
});

test('without script the plain form does the same', async () => {
  const page = await open(`${root}/import`, { javaScriptEnabled: false });
  expect(await page.locator('form.drop.ready').count()).toBe(0);
  const files = Object.entries(TEXTS).map(([name, text]) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  }));
  await page.getByLabel('Files, one or many').setInputFiles(files);
  await page.getByRole('button', { name: 'Look at them' }).click();
  await chooseAndSave(page);
  expect(await analysed(page)).toEqual(CHOSEN);
  await page.context().close();
});

test('a folder dropped from the desktop adds its files, without hidden ones; dropped beside the form it does nothing', async () => {
  const folder = join(newFolder(), 'articles');
  mkdirSync(join(folder, 'inner'), { recursive: true });
  for (const [name, text] of Object.entries({ 'one.txt': RENTS, '.hidden': 'x', 'inner/two.txt': RENTS_TOO }))
    writeFileSync(join(folder, name), text);
  const page = await open(`${root}/import`);
  const session = await page.context().newCDPSession(page);
  const dropOn = async (selector: string): Promise<void> => {
    await page.locator(selector).scrollIntoViewIfNeeded();
    const box = await page.locator(selector).boundingBox();
    const at = { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 };
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, ...at, data });
  };
  await page.getByLabel('The article').fill('Typed already.');
  await dropOn('#paste-h');
  expect(await page.getByLabel('The article').inputValue()).toBe('Typed already.');
  await page
    .getByLabel('Files, one or many')
    .setInputFiles({ name: 'chosen.txt', mimeType: '', buffer: Buffer.from('a') });
  await dropOn('form.drop .actions');
  const names = (await listed(page, 3)).map((line) => line.split(',')[0]).sort();
  expect(names).toEqual(['3 files', 'chosen.txt', 'one.txt', 'two.txt']);
  await page.context().close();
});
