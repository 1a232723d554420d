import type { Finding } from '../devices/analysis.js';
import type { MarkFeature } from '../devices/lexicon/weights.js';
import { markFeatures } from '../devices/loadedness.js';
import { overlaps, type Span } from '../text/span.js';

/** Of each word, the features of the marks over it; both words and findings are in text order. */
export function markedWords(
  findings: readonly Finding[],
  words: readonly Span[],
): (readonly Readonly<Record<MarkFeature, number>>[])[] {
  const marks = findings.flatMap((finding) => {
    const features = markFeatures(finding);
    return features ? [{ start: finding.start, end: finding.end, features }] : [];
  });
  return words.map((word) => marks.filter((mark) => overlaps(word, mark)).map(({ features }) => features));
}
