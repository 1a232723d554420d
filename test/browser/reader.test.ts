import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { openSite, type Site } from './site.js';

let site: Site;
let page: Page | undefined;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

afterEach(async () => {
  await page?.context().close();
  page = undefined;
});

describe.each([
  ['without script', false],
  ['with script', true],
])('%s a reader', (_, javaScriptEnabled) => {
  const open = async (path: string): Promise<Page> => (page = await site.open(path, { javaScriptEnabled }));

  test('picks a topic from the matrix', async () => {
    const reader = await open('/');
    const { id, title } = site.library.topic('recognition-votes');
    await reader.getByRole('region', { name: 'Topics by source' }).getByRole('link', { name: title }).click();
    await arrive(reader, `/topics/${id}`);
    expect(await reader.getByRole('heading', { level: 1 }).textContent()).toBe(title);
    expect(await reader.getByRole('article').count()).toBeGreaterThan(1);
  });

  test('switches a device off: its marks and notes are gone, the others stay, and the address holds it', async () => {
    const reader = await open('/topics/recognition-votes');
    const passages = reader.locator('#passages');
    const codesOf = (device: string): Promise<string[]> => passages.locator(`sup.${device}`).allTextContents();
    const [loaded, distancing] = [await codesOf('loaded-terms'), await codesOf('distancing')];
    expect(Math.min(loaded.length, distancing.length)).toBeGreaterThan(0);

    await reader.getByRole('checkbox', { name: 'Loaded terms' }).uncheck();
    await reader.getByRole('button', { name: 'Show' }).click();
    await arrive(reader, '/topics/recognition-votes?devices=distancing,attribution,certainty,naming');
    for (const gone of ['mark.loaded-terms', 'sup.loaded-terms', '.back.loaded-terms'])
      expect([gone, await passages.locator(gone).count()]).toEqual([gone, 0]);
    expect(await codesOf('distancing')).toEqual(distancing);
    expect(await reader.getByRole('checkbox', { name: 'Loaded terms' }).isChecked()).toBe(false);

    await reader.getByRole('checkbox', { name: 'Loaded terms' }).check();
    await reader.getByRole('button', { name: 'Show' }).click();
    await arrive(reader, '/topics/recognition-votes');
    expect(await codesOf('loaded-terms')).toEqual(loaded);
  });

  test('follows a mark’s code to its reason, and the reason’s code back to the mark', async () => {
    const reader = await open('/topics/recognition-votes');
    const code = reader.locator('#passages sup.code a').last();
    const name = (await code.textContent()) ?? '';
    await code.click();
    await arrive(reader, `/topics/recognition-votes#n-${name}`);
    const note = reader.locator('.note:target');
    await expectInView(note);
    expect((await note.textContent())?.startsWith(name)).toBe(true);

    await note.locator('.back').click();
    await arrive(reader, `/topics/recognition-votes#m-${name}`);
    await expectInView(reader.locator('sup.code a:target'));
  });

  test('turns quoted words on: more is counted, and nothing stands aside', async () => {
    const reader = await open('/topics/minsk-group');
    const counted = async (): Promise<number> => sumOf(await reader.locator('#glance td.rates .sub').allTextContents());
    const before = await counted();
    expect(await reader.locator('mark.aside').count()).toBeGreaterThan(0);

    await reader.getByLabel('quoted words too').check();
    await reader.getByRole('button', { name: 'Show' }).click();
    await arrive(reader, '/topics/minsk-group?voice=all');
    expect(await reader.locator('mark.aside').count()).toBe(0);
    expect(await counted()).toBeGreaterThan(before);
  });

  test('opens the sheet in the state the page was in, and comes back to it', async () => {
    const reader = await open('/topics/minsk-group?devices=distancing&voice=all');
    const marks = await reader.locator('#passages mark').count();
    await reader.getByRole('link', { name: 'Comparison sheet for print' }).click();
    await arrive(reader, '/topics/minsk-group/sheet?devices=distancing&voice=all');
    expect(await reader.getByRole('heading', { level: 1 }).textContent()).toBe(site.library.topic('minsk-group').title);
    expect(await reader.locator('.says-table tbody mark').count()).toBe(marks);
    await reader.getByRole('link', { name: 'Back to the comparison' }).click();
    await arrive(reader, '/topics/minsk-group?devices=distancing&voice=all');
  });

  test.each([
    ['/', 'Compare a topic of your own'],
    ['/names', 'A topic in your own words'],
  ])('types a topic at %s and gets a comparison', async (path, label) => {
    const reader = await open(path);
    await reader.getByRole('searchbox', { name: label }).fill("Turkey's part in the conflict");
    await reader.getByRole('searchbox', { name: label }).press('Enter');
    await reader.locator('#passages').waitFor();
    expect(new URL(reader.url()).searchParams.get('q')).toBe("Turkey's part in the conflict");
    expect(await reader.getByRole('heading', { level: 1 }).textContent()).toContain('Turkey');
    expect(await reader.locator('#passages mark').count()).toBeGreaterThan(0);
    expect((await reader.locator('#passages .says').allTextContents()).join(' ')).toMatch(/Turk(?:ey|ish)/);
  });
});

describe('by keyboard', () => {
  test.each(['/', '/topics/recognition-votes', '/documents/000', '/names'])(
    'the first stop of %s leads past the masthead',
    async (path) => {
      page = await site.open(path);
      await page.keyboard.press('Tab');
      const skip = page.locator('a.skip:focus');
      await expectInView(skip);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.locator('main :focus').count()).toBe(1);
    },
  );

  test('a code is reached and followed, its reason is the next stop, and every stop on the way is seen', async () => {
    page = await site.open('/topics/recognition-votes');
    const stops: Stop[] = [];
    while (stops.at(-1)?.code !== true && stops.length < 200) {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate<Stop>(STOP));
    }
    expect(stops.at(-1)?.code).toBe(true);
    expect(stops.filter(({ outline, inView }) => outline < 2 || !inView)).toEqual([]);

    await page.keyboard.press('Enter');
    await expectInView(page.locator('.note:target'));
    await page.keyboard.press('Tab');
    expect(await page.locator('.note:target .back:focus').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expectInView(page.locator('sup.code a:target'));
  });
});

interface Stop {
  readonly what: string;
  readonly code: boolean;
  /** Width in pixels, 0 where none is drawn. */
  readonly outline: number;
  readonly inView: boolean;
}

// What runs inside a page is written as text: the program knows no DOM, and is not to be typed as if it did.
const STOP = `(() => {
  const stop = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(stop);
  const { top, bottom, left, right } = stop.getBoundingClientRect();
  return {
    what: stop.outerHTML.slice(0, 80),
    code: stop.matches('sup.code a'),
    outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
    inView: bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth,
  };
})()`;

/** Waits until the reader is at this path, query and fragment, and the page is there whole. */
async function arrive(reader: Page, path: string): Promise<void> {
  await reader.waitForURL(`${site.address}${path}`, { timeout: 10_000 });
}

async function expectInView(element: Locator): Promise<void> {
  expect(await element.count()).toBe(1);
  const box = await element.boundingBox();
  const view = element.page().viewportSize();
  expect(box && view && box.height > 0 && box.y + box.height > 0 && box.y < view.height).toBe(true);
}

/** All whole numbers in the texts, added up. */
function sumOf(texts: readonly string[]): number {
  return texts
    .join(' ')
    .split(/\D+/)
    .reduce((sum, piece) => sum + Number(piece), 0);
}
