import type { PartLines } from '../../../src/text/furniture.js';

/** Every line of a test's text is prose. */
export const NO_FURNITURE: PartLines = (text) => {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    return { kind: 'prose', start: from, end: from + line.length };
  });
};
