import { nearDuplicates } from '../text/near-duplicates.js';
import type { OnTopic } from './on-topic.js';
import type { Comparison } from './schema/comparison.js';

/**
 * Documents on the topic that share half of their wording or more, the article's own sentences alone: an agency's text
 * under two names is one source, and what both say is said once.
 */
export function copiesAmong(documents: readonly OnTopic[]): Comparison['copies'] {
  const texts = documents.map(({ analysis: { reading } }) =>
    reading.sentences
      .filter(({ kind }) => kind === 'prose')
      .map(({ start, end }) => reading.text.slice(start, end))
      .join('\n'),
  );
  return nearDuplicates(texts).map(({ a, b, share }) => ({
    documents: [documents[a]?.id ?? '', documents[b]?.id ?? ''],
    share: Math.round(share * 100) / 100,
  }));
}
