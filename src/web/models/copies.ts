import type { Comparison } from '../../compare/schema/comparison.js';

/** "Herald 001 and Post 004 share 97 % of their wording." */
export function copiesTold({ copies, documents }: Comparison): string[] {
  const shorts = new Map(documents.map(({ id, short }) => [id, short]));
  return copies.map(
    ({ documents: [a = '', b = ''], share }) =>
      `${shorts.get(a) ?? a} and ${shorts.get(b) ?? b} share ${Math.round(share * 100)} % of their wording.`,
  );
}
