import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { MARKED, openSite, PAGES, type Site } from './site.js';

let site: Site;
let page: Page;

// What runs inside a page is written as text: the program knows no DOM, and is not to be typed as if it did.
const UNFOLD = `document.querySelectorAll('details').forEach((each) => { each.open = true; })`;
const WIDTHS = `[document.scrollingElement.scrollWidth, window.innerWidth]`;
/** Elements that reach beyond the window, without a box of their own that scrolls. */
const STICKING_OUT = `[...document.querySelectorAll('body *')]
  .filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1 && !each.closest('.scroll, .before, .unseen'))
  .map((each) => each.outerHTML.slice(0, 80))`;
const LINKS = `({
  ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  inside: [...document.querySelectorAll('a[href^="#"]')].map((each) => each.hash.slice(1)),
  codes: [...document.querySelectorAll('sup.code a')].map((each) => each.hash.slice(1)),
  notes: [...document.querySelectorAll('.note')].map((each) => {
    const back = document.getElementById(each.querySelector('.back').hash.slice(1));
    return [each.id, back === null ? 'nothing' : back.hash.slice(1)];
  }),
})`;
interface Links {
  readonly ids: readonly string[];
  readonly inside: readonly string[];
  /** Notes that the codes of marks lead to. */
  readonly codes: readonly string[];
  /** Each note, and the note that the code it leads back to leads to. */
  readonly notes: readonly (readonly [id: string, returned: string])[];
}

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

describe.each(PAGES)('%s', (path, status) => {
  const requests: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    page = await site.open('about:blank');
    page.on('request', (request) => requests.push(request.url()));
    page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (status === 200 || !isRefusal(message.text(), status)) complaints.push(message.text());
    });
    const answer = await page.goto(path, { waitUntil: 'networkidle' });
    expect(answer?.status()).toBe(status);
    await page.evaluate(UNFOLD);
  });

  afterAll(() => page.context().close());

  afterEach(async () => {
    await page.emulateMedia({ colorScheme: null });
  });

  test.each([
    ['light', 320],
    ['light', 1400],
    ['dark', 320],
    ['dark', 1400],
  ] as const)('leaves axe nothing to say in %s at %i pixels', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    // One frame, violations alone: the same verdict in a third of the time.
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
      .setLegacyMode(true)
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  test.each([320, 800, 1400])('scrolls sideways nowhere at %i pixels, tables apart', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate<string[]>(STICKING_OUT)).toEqual([]);
    const [content = 0, window = 0] = await page.evaluate<number[]>(WIDTHS);
    expect(content).toBeLessThanOrEqual(window);
  });

  test('has a note for each code, a way back from each note, and an end for each link within it', async () => {
    const { ids, inside, codes, notes } = await page.evaluate<Links>(LINKS);
    expect(new Set(ids).size).toBe(ids.length);
    expect(inside.filter((id) => !ids.includes(id))).toEqual([]);
    expect([...new Set(codes)].sort()).toEqual(notes.map(([id]) => id).sort());
    expect(notes.filter(([id, returned]) => returned !== id)).toEqual([]);
    if (MARKED.has(path)) expect(notes.length).toBeGreaterThan(5);
  });

  test('asks no other machine for anything, and gives the browser nothing to complain of', () => {
    expect(requests.length).toBeGreaterThan(1);
    expect(requests.filter((url) => !url.startsWith(`${site.address}/`))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** The browser notes the status of a page that is meant to refuse. */
function isRefusal(message: string, status: number): boolean {
  return message.startsWith(`Failed to load resource: the server responded with a status of ${status}`);
}
