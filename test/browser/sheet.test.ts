import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEVICE_IDS } from '../../src/devices/lexicon/entry.js';
import { run } from '../cli/run.js';
import { openSite, type Site } from './site.js';

/** Width and height in points, as the paper's standard has them. */
const PAPERS = { a4: [595.28, 841.89], letter: [612, 792] } as const;
/** Browsers round a page to the pixel, three quarters of a point. */
const ROUNDING = 0.75;

let site: Site;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-'));
  site = await openSite();
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await site.close();
});

describe('the sheet as PDF', () => {
  test('README’s command writes it as tagged A4', async () => {
    const file = join(folder, 'sheet.pdf');
    const args = ['run', '-s', 'parallax', '--', 'sheet', '--topic', 'minsk-group', '--pdf', file];
    const child = spawn('npm', args, { stdio: 'ignore' });
    expect(await new Promise((done) => child.once('close', done))).toBe(0);
    expectTagged(readFileSync(file, 'latin1'), 'a4');
  });

  test('is as tall as US Letter where that is asked for, on a typed topic too', async () => {
    const file = join(folder, 'letter.pdf');
    const { code, err } = await run(['sheet', '--query', 'sanctions', '--pdf', file, '--paper', 'letter']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expectTagged(readFileSync(file, 'latin1'), 'letter');
  });

  test('in a folder that is not there is refused in one line that names it', async () => {
    const file = join(folder, 'nowhere', 'sheet.pdf');
    const { code, out, err } = await run(['sheet', '--topic', 'minsk-group', '--pdf', file]);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(/^parallax: [^\n]+\n$/) });
    expect(err).toContain(file);
  });
});

interface Drawn {
  readonly device: string;
  readonly background: string;
  readonly line: string;
  /** Kind of line, and where it is: what tells devices apart in grey. */
  readonly style: string;
}

// What runs inside a page is written as text: the program knows no DOM, and is not to be typed as if it did.
const DRAWN = `[...document.querySelectorAll('.says mark:not(.aside)')].map((each) => {
  const style = getComputedStyle(each);
  return {
    device: each.className,
    background: style.backgroundColor + ' ' + style.backgroundImage,
    line: style.textDecorationLine,
    style: style.textDecorationLine + ' ' + style.textDecorationStyle,
  };
})`;
const CODES = `[...document.querySelectorAll('.says sup.code')].map((each) => ({
  device: each.classList[0],
  letter: each.textContent.charAt(0),
  seen: each.checkVisibility() && each.getBoundingClientRect().width > 0,
}))`;

describe.each(['/topics/turkey/sheet', '/topics/turkey', '/documents/000'])('%s on paper', (path) => {
  test('tells each device apart without a background, by a line of its own kind and a letter', async () => {
    const page = await site.open(`${path}?devices=${DEVICE_IDS.join(',')}&voice=all`);
    await page.emulateMedia({ media: 'print' });
    const drawn = await page.evaluate<Drawn[]>(DRAWN);
    expect(new Set(drawn.map(({ device }) => device))).toEqual(new Set(DEVICE_IDS));
    expect(new Set(drawn.map(({ background }) => background))).toEqual(new Set(['rgba(0, 0, 0, 0) none']));
    expect(drawn.filter(({ line }) => line === 'none')).toEqual([]);
    expect(pairs(drawn.map(({ device, style }) => [device, style]))).toHaveLength(DEVICE_IDS.length);
    expect(new Set(drawn.map(({ style }) => style)).size).toBe(DEVICE_IDS.length);

    const codes = await page.evaluate<{ device: string; letter: string; seen: boolean }[]>(CODES);
    expect(codes.filter(({ seen }) => !seen)).toEqual([]);
    expect(pairs(codes.map(({ device, letter }) => [device, letter]))).toHaveLength(DEVICE_IDS.length);
    expect(new Set(codes.map(({ letter }) => letter)).size).toBe(DEVICE_IDS.length);
    await page.context().close();
  });
});

/** Each pair once. */
function pairs(all: readonly (readonly [string, string])[]): string[] {
  return [...new Set(all.map((pair) => pair.join(' ')))];
}

function expectTagged(pdf: string, paper: keyof typeof PAPERS): void {
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).toMatch(/\/Lang\s*\(en\)/);
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(boxes.length).toBeGreaterThan(1);
  for (const [, width, height] of boxes) {
    expect(Math.abs(Number(width) - PAPERS[paper][0])).toBeLessThanOrEqual(ROUNDING);
    expect(Math.abs(Number(height) - PAPERS[paper][1])).toBeLessThanOrEqual(ROUNDING);
  }
}
