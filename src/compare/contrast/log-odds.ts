/** Uses of a word among the words of a text. */
export interface Counted {
  readonly count: number;
  readonly words: number;
}

export interface LogOdds {
  readonly logOdds: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  readonly z: number;
}

/**
 * Words that the prior stands for. Passages on a topic have some tens to some hundreds of words; a prior of five
 * hundred weighs as much as a long one, so that two uses in a short passage cannot outweigh what the whole articles
 * say of how common a word is.
 */
export const PRIOR_WORDS = 500;
/** Of a small pool the prior is no more than this part: the passages are in the pool and would witness twice. */
export const MOST_OF_POOL = 0.1;

/** Quantile of the normal distribution that leaves 2.5 % on each side. */
const Z95 = 1.959964;

/**
 * Log-odds ratio of a word in one text against another, under a Dirichlet prior from the words' use in `pool` (Monroe,
 * Colaresi & Quinn 2008, Fightin' Words, eqs. 16, 20 and 22). The variance is their approximation for large counts.
 */
export function logOddsRatio(one: Counted, other: Counted, pool: Counted): LogOdds {
  const words = Math.min(PRIOR_WORDS, MOST_OF_POOL * pool.words);
  const prior = (words * pool.count) / Math.max(pool.words, 1);
  const a = one.count + prior;
  const b = other.count + prior;
  const logOdds = Math.log(a / (one.words + words - a)) - Math.log(b / (other.words + words - b));
  const deviation = Math.sqrt(1 / a + 1 / b);
  return {
    logOdds,
    low: logOdds - Z95 * deviation,
    high: logOdds + Z95 * deviation,
    z: logOdds / deviation,
  };
}
