/** Log odds of each class but the first, by feature; the first number of each is where it starts. */
export type Fitted = readonly (readonly number[])[];

export interface Cases {
  readonly features: readonly (readonly number[])[];
  /** From 0. */
  readonly classes: readonly number[];
}

/** Pulls weights to 0, so that a feature seen in few cases gets little. */
const RIDGE = 2;
const STEPS = 400;
const STEP = 0.05;
const [MOMENTUM, MOMENTUM_OF_SQUARES, TINY] = [0.9, 0.999, 1e-8];

/**
 * Multinomial logistic regression by gradient descent on all cases at once (steps by Adam, Kingma & Ba 2015), with no
 * chance in it: the same cases give the same weights. `weightOf` weighs the cases of a class.
 */
export function fitLogistic({ features, classes }: Cases, count: number, weightOf: readonly number[]): Fitted {
  const width = (features[0]?.length ?? 0) + 1;
  const size = width * (count - 1);
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const squares = new Float64Array(size);
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = gradientAt(features, classes, weights, width, weightOf);
    for (let i = 0; i < size; i += 1) {
      const ridge = i % width === 0 ? 0 : RIDGE * (weights[i] ?? 0);
      const slope = ((gradient[i] ?? 0) + ridge) / features.length;
      mean[i] = MOMENTUM * (mean[i] ?? 0) + (1 - MOMENTUM) * slope;
      squares[i] = MOMENTUM_OF_SQUARES * (squares[i] ?? 0) + (1 - MOMENTUM_OF_SQUARES) * slope * slope;
      const pace = (mean[i] ?? 0) / (1 - MOMENTUM ** step);
      const spread = Math.sqrt((squares[i] ?? 0) / (1 - MOMENTUM_OF_SQUARES ** step)) + TINY;
      weights[i] = (weights[i] ?? 0) - (STEP * pace) / spread;
    }
  }
  return Array.from({ length: count - 1 }, (_, each) => Array.from(weights.slice(each * width, (each + 1) * width)));
}

function gradientAt(
  features: Cases['features'],
  classes: Cases['classes'],
  weights: Float64Array,
  width: number,
  weightOf: readonly number[],
): Float64Array {
  const gradient = new Float64Array(weights.length);
  const others = weights.length / width;
  const odds = new Float64Array(others);
  features.forEach((row, index) => {
    let all = 1;
    for (let each = 0; each < others; each += 1) {
      let sum = weights[each * width] ?? 0;
      for (let i = 1; i < width; i += 1) sum += (weights[each * width + i] ?? 0) * (row[i - 1] ?? 0);
      odds[each] = Math.exp(sum);
      all += odds[each] ?? 0;
    }
    const gold = classes[index] ?? 0;
    for (let each = 0; each < others; each += 1) {
      const miss = ((odds[each] ?? 0) / all - (gold === each + 1 ? 1 : 0)) * (weightOf[gold] ?? 1);
      gradient[each * width] = (gradient[each * width] ?? 0) + miss;
      for (let i = 1; i < width; i += 1)
        gradient[each * width + i] = (gradient[each * width + i] ?? 0) + miss * (row[i - 1] ?? 0);
    }
  });
  return gradient;
}

/** Log odds of each class against the first; the first's own are 0. */
export function oddsOf(fitted: Fitted, row: readonly number[]): number[] {
  return [
    0,
    ...fitted.map(([start = 0, ...weights]) => weights.reduce((sum, each, i) => sum + each * (row[i] ?? 0), start)),
  ];
}

/** The likeliest class. */
export function classOf(fitted: Fitted, row: readonly number[]): number {
  const odds = oddsOf(fitted, row);
  return odds.indexOf(Math.max(...odds));
}
