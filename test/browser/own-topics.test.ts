import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { ownSite, rentsIn, type OwnSite } from '../web/own.js';
import { startWhenUnpacked } from './site.js';

let site: OwnSite;
let server: Server;
let browser: Browser;
let address: string;
let root: string;

beforeAll(async () => {
  site = await ownSite();
  root = `/corpora/${await rentsIn(site)}`;
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

test('a reader without script accepts a suggested topic, disputes a mark, takes a sentence out, and prints the sheet', async () => {
  const page = await open(root, { javaScriptEnabled: false });
  await page.getByRole('link', { name: 'Suggested topics' }).click();
  const council = page.getByRole('region', { name: 'Council' });
  expect(await council.innerText()).toContain('The council voted on Monday to cap rents');
  await council.getByRole('button', { name: 'Take this topic' }).click();
  expect(page.url()).toBe(`${address}${root}/topics/council`);

  await page
    .getByRole('link', { name: /^Dispute L/ })
    .first()
    .click();
  await page.getByLabel('Your note').fill('The minutes say so');
  await page.getByRole('button', { name: 'Dispute it' }).click();
  expect(page.url()).toBe(`${address}${root}/topics/council`);
  expect(await page.getByRole('main').innerText()).toContain('Disputed: The minutes say so. Not counted.');

  await page.getByRole('link', { name: 'take out' }).first().click();
  await page.getByLabel('Why').fill('It is the mayor’s summary');
  await page.getByRole('button', { name: 'Take it out' }).click();

  await page.getByRole('link', { name: 'Comparison sheet for print' }).click();
  await page.emulateMedia({ media: 'print' });
  const printed = await page.getByRole('main').innerText();
  expect(printed).toContain('Disputed: The minutes say so. Not counted.');
  expect(printed).toContain('Taken out by hand: It is the mayor’s summary');
  expect(await page.locator('sup.code s').count()).toBeGreaterThan(0);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: 'screen' });

  await page.goto(`${root}/corrections`);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  expect(await page.getByRole('main').innerText()).toContain('Each mark’s reason on a topic’s page leads to a form');
  await page.context().close();
});

test('a topic is written, previewed and saved without script', async () => {
  const page = await open(`${root}/topics/new`, { javaScriptEnabled: false });
  await page.getByLabel('Title').fill('The court');
  await page.getByLabel('Cues, one a line').fill('alone: court, lawyer');
  await page.getByRole('button', { name: 'Preview' }).click();
  expect(await page.getByRole('main').innerText()).toContain('2 documents of 2 speak of it');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(page.url()).toBe(`${address}${root}/topics/the-court`);
  await page.context().close();
});

test('where script runs, what each document gives is shown while the cues are being written', async () => {
  const page = await open(`${root}/topics/new`);
  expect(await page.locator('#given').count()).toBe(0);
  await page.getByLabel('Title').fill('The court');
  await page.getByLabel('Cues, one a line').fill('alone: court');
  await page.getByText('2 documents of 2 speak of it').waitFor();
  await page.getByLabel('Not with').fill('lawyer');
  await page.getByText('1 document of 2 speaks of it').waitFor();
  await page.getByLabel('Cues, one a line').fill('alone:');
  await page.locator('#refused').waitFor();
  expect(page.url()).toBe(`${address}${root}/topics/new`);
  await page.context().close();
});

describe('each new page', () => {
  const PAGES = [
    '/suggestions',
    '/topics/new?title=Rents&cues=alone:+rent%0Atogether:+council',
    '/topics/rents',
    '/topics/rents/edit',
    '/topics/rents/sheet',
    '/names/edit',
    '/names/new?label=mayor&name=The+mayor&kind=person',
    '/entries',
    '/entries/new',
    '/corrections',
    '/pins/new?topic=rents&document=001',
    '/pins/new?topic=rents&document=001&start=0&in=no',
    'dispute',
  ];

  beforeAll(async () => {
    await site.post(`${root}/topics`, { title: 'Rents', cues: 'alone: rent, landlord' });
    const { body } = (await site.get(`${root}/topics/rents.json`)) as { body: Told };
    const sentences = body.documents[0]?.passages.flatMap((passage) => passage.sentences) ?? [];
    const [mark] = sentences.flatMap(({ findings }) => findings.filter(({ device }) => device === 'loaded-terms'));
    const place = { document: '001', device: 'loaded-terms', entry: mark?.entry ?? '' };
    await site.post(`${root}/disputes`, {
      ...place,
      place: `${mark?.start}-${mark?.end}`,
      note: 'So they did',
      counts: 'no',
    });
    dispute = `${root}/disputes/new?${new URLSearchParams({ ...place, back: '/topics/rents' }).toString()}`;
    const last = sentences.at(-1);
    const pin = { topic: 'rents', document: '001', start: String(last?.start), end: String(last?.end) };
    await site.post(`${root}/pins`, { ...pin, in: 'no', note: 'Another matter' });
    await site.post(`${root}/names`, { name: 'The mayor', kind: 'person', label: 'mayor' });
    await site.post(`${root}/entries`, {
      device: 'loaded-terms',
      category: 'own',
      terms: 'freeze rents',
      pos: 'verb',
      direction: 'neither',
      strength: '1',
      why: 'A picture for a limit.',
      source: 'usage',
      finds: 'They [freeze rents] in town.',
      ignores: 'They freeze water in town.',
    });
  });
  let dispute: string;

  // What runs inside a page is written as text: the program knows no DOM.
  const STICKING_OUT = `[...document.querySelectorAll('body *')]
    .filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1 && !each.closest('.scroll, .before, .unseen'))
    .map((each) => each.outerHTML.slice(0, 80))`;
  const UNFOLD = `document.querySelectorAll('details').forEach((each) => { each.open = true; })`;

  test.each(PAGES)('%s leaves axe nothing to say and sticks out nowhere', async (path) => {
    const page = await open(path === 'dispute' ? dispute : root + path);
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

interface Told {
  readonly documents: readonly {
    readonly passages: readonly {
      readonly sentences: readonly {
        readonly start: number;
        readonly end: number;
        readonly findings: readonly {
          readonly device: string;
          readonly entry: string;
          readonly start: number;
          readonly end: number;
        }[];
      }[];
    }[];
  }[];
}
