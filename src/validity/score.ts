import { bootstrap, shuffled } from './chance.js';
import type { Marker } from './marker.js';
import type { Measure } from './measures.js';
import type { Published } from './published.js';
import { valueOf } from './statistic.js';

/** A measure's figures; baselines are on the very same items. A baseline is null where it has no meaning or is absent. */
export interface Score {
  readonly id: string;
  readonly measure: string;
  readonly data: string;
  readonly statistic: string;
  readonly n: number;
  readonly items: string;
  readonly sentences: number;
  /** Two classes only: how many items people call biased, and how many are marked. */
  readonly gold: number | null;
  readonly marked: number | null;
  readonly value: number;
  /** 95 %, bootstrap over sentences. */
  readonly low: number;
  readonly high: number;
  readonly baselines: {
    readonly afinn: number;
    readonly vader: number | null;
    readonly everything: number | null;
    readonly random: number;
  };
  readonly published: { readonly value: number; readonly by: string; readonly source: string | null };
}

export interface Baselines {
  readonly afinn: Marker;
  readonly vader: Marker | undefined;
}

export function scoreOf(measure: Measure, { afinn, vader }: Baselines): Score {
  const { id, name, data, statistic, items, gold, sentence, own, marks, everything } = measure;
  const found = measure.found(own);
  const worth = (values: readonly number[]): number => rounded(valueOf(statistic, gold, values));
  const { low, high } = bootstrap(statistic, measure, found);
  return {
    id,
    measure: name,
    data,
    statistic: statistic.name,
    n: gold.length,
    items,
    sentences: new Set(sentence).size,
    gold: marks ? total(gold) : null,
    marked: marks ? total(found) : null,
    value: worth(found),
    low: rounded(low),
    high: rounded(high),
    baselines: {
      afinn: worth(measure.found(afinn)),
      vader: vader ? worth(measure.found(vader)) : null,
      everything: everything === undefined ? null : worth(gold.map(() => everything)),
      random: rounded(shuffled(statistic, gold, found)),
    },
    published: publishedOf(measure.published),
  };
}

function publishedOf({ value, by, source }: Published): Score['published'] {
  return { value, by, source: source ?? null };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000 || 0;
