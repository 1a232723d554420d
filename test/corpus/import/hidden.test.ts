import { describe, expect, test } from '@jest/globals';
import { parseMarkup } from '../../../src/corpus/import/html.js';
import { FILLER, page } from './files.js';

const article = FILLER.repeat(4).trim();

/** What stands before the article’s last paragraph, line by line, and what is said of the rest. */
function shown(css: string, body: string, tag = '<style>'): { lines: string[]; warnings: readonly string[] } {
  const { text, warnings } = parseMarkup(page(`<p>First.</p>${body}`, `${tag}${css}</style>`));
  return { lines: text.replace(`\n\n${article}`, '').split('\n\n').slice(1), warnings };
}

const lines = (css: string, body: string, tag?: string): string[] => shown(css, body, tag).lines;
const BOTH = '<p class="x">Seen or not.</p><p>Seen.</p>';

describe('a page’s own style sheet hides', () => {
  test.each([
    ['by display', '.x{display:none}'],
    ['by visibility', '.x { color: red; visibility : hidden }'],
    ['by collapse', '.x{visibility:collapse}'],
    ['by opacity', '.x{opacity:0}'],
    ['by opacity as a share', '.x{opacity:0.0%}'],
    ['by the size of its letters', '.x{font-size:0px}'],
    ['by the short form of a font', '.x{font:0/0 serif}'],
    ['by the colour of its background', '.x{color:#FFF;background-color:rgb(255, 255, 255)}'],
    ['by the colour of its background in short', '.x{background:white;color:#ffffff}'],
    ['by the colour of two rules', '.x{color:navy} p.x{background:navy}'],
    ['by an element with a class', 'p.x{display:none}'],
    ['in a list of selectors', 'h6, .x, .y{display:none}'],
    ['against a later rule by its weight', '.x{display:none!important} .x{display:block}'],
    ['on a screen', '@media screen{.x{display:none}}'],
    ['on anything', '@media print, all{.x{display:none}}'],
    ['behind comments and braces in strings', '/* } */ .y::after{content:"}{"} .x{/* ; */display:none;}'],
    ['behind an import and a font', '@import url(a.css); @font-face{font-family:x;src:url(a)} .x{display:none}'],
  ])('%s', (_, css) => {
    expect(lines(css, BOTH)).toEqual(['Seen.']);
  });

  test('by an id, and an element', () => {
    expect(lines('#a{display:none} h6{opacity:0}', '<p id="a">One.</p><h6>Two.</h6><p>Seen.</p>')).toEqual(['Seen.']);
  });
});

describe('a page’s own style sheet leaves shown', () => {
  test.each([
    ['what only paper leaves out', '@media print{.x{display:none}}'],
    ['what only narrow screens leave out', '@media (max-width:600px){.x{display:none}}'],
    ['what some browsers leave out', '@supports (display:grid){.x{display:none}}'],
    ['what a later rule of the same weight shows', '.x{display:none} .x{display:block}'],
    ['what a heavier rule shows', 'p.x{display:block} .x{display:none}'],
    ['what a wide screen shows', '.x{display:none} @media (min-width:600px){.x{display:block}}'],
    ['what a rule for another place may show', '.x{display:none} main .x{display:block}'],
    ['what fades in', '.x{opacity:0;transition:opacity 1s}'],
    ['what has another state', '.x:hover{display:none}'],
    ['what stands elsewhere', 'aside .x{display:none}'],
    ['white on another colour', '.x{color:#fff;background:#000}'],
    ['white on a picture', '.x{color:#fff;background:#fff url(a.png)}'],
    ['what is small', '.x{font-size:0.1em;opacity:.1}'],
  ])('%s', (_, css) => {
    expect(lines(css, BOTH)).toEqual(['Seen or not.', 'Seen.']);
  });

  test('what its element shows by itself', () => {
    const body = '<p class="x" style="display:block">Seen.</p>';
    expect([lines('.x{display:none}', body), lines('.x{display:none !important}', body)]).toEqual([['Seen.'], []]);
  });

  test('what is given a size, a colour or sight within what has none', () => {
    const body =
      '<div class="x">Unseen. <p class="y">Seen.</p> <p style="font-size:2em">Twice nothing.</p></div><p>Last.</p>';
    expect([
      lines('.x{font-size:0} .y{font-size:16px}', body),
      lines('.x{visibility:hidden} .y{visibility:visible}', body),
      lines('.x{color:#fff;background:#fff} .y{color:#000}', body),
    ]).toEqual([
      ['Seen.', 'Last.'],
      ['Seen.', 'Last.'],
      ['Seen.', 'Last.'],
    ]);
  });

  test('a sheet for paper alone, and a class whose name is written with a sign', () => {
    expect(lines('.x{display:none}', BOTH, '<style media="print">')).toEqual(['Seen or not.', 'Seen.']);
    const body = '<p class="x md:block">Seen.</p>';
    expect(lines('.x{display:none} @media (min-width:9em){.md\\:block{display:block}}', body)).toEqual(['Seen.']);
  });

  test('a page that waits for a script as a whole', () => {
    expect(lines('body{display:none} html{opacity:0}', BOTH)).toEqual(['Seen or not.', 'Seen.']);
  });
});

test('hidden by its own style: white on white, and what was told before', () => {
  const body = ['color:white;background:#fff', 'opacity:0', 'display:none', 'font-size:0', 'visibility: hidden']
    .map((style) => `<p style="${style}">Unseen words.</p>`)
    .join('');
  expect(shown('', `${body}<p>Seen.</p>`)).toEqual({
    lines: ['Seen.'],
    warnings: ['Hidden text left out: 10 words that the page does not show.'],
  });
});

test('nothing is said where nothing is hidden', () => {
  expect(shown('.y{display:none}', BOTH).warnings).toEqual([]);
});

test('a style sheet without end is read as far as a limit, and that is said', () => {
  const hostile = ['{', '.x{display:none}', '.x,', '[', '/*', '"', '@media{', 'a{color:red;'];
  const told = hostile.map((unit) => shown(unit.repeat(Math.ceil(3_000_000 / unit.length)), '<p>Seen.</p>'));
  const unread = 'The page’s style sheets are too large to be read to the end: text that they hide may be kept.';
  expect(told).toEqual(hostile.map(() => ({ lines: ['Seen.'], warnings: [unread] })));
});

test('ten thousand elements of one class with ten thousand rules end at a limit', () => {
  const css = Array.from({ length: 10_000 }, (_, at) => `.x.y${at}{display:none}`).join('');
  const told = shown(css, '<i class="x">Seen.</i>'.repeat(10_000));
  expect(told.warnings).toEqual([
    'The page’s style sheets are too large to be read to the end: text that they hide may be kept.',
  ]);
});
