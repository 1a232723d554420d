import type { Comparison } from '../../compare/schema/comparison.js';
import type { ComparisonState } from '../query.js';
import { keptFields, type Field } from './legend.js';

/** Which two sources stand side by side, and which one the others are set against: plain forms whose state is the address. */
export interface Picker {
  readonly action: string;
  /** What else the address holds, and the form must keep. */
  readonly kept: readonly Field[];
  readonly sources: readonly { readonly id: string; readonly short: string }[];
  readonly pair: readonly [string, string];
  readonly reference: string;
  /** Fewer than three sources leave nothing to pick. */
  readonly offered: boolean;
}

export function pickerOf(
  { documents }: Comparison,
  { devices, voice, pair, reference, page }: ComparisonState,
  action: string,
  q?: string,
): Picker {
  const covering = documents.filter(({ coverage }) => coverage === 'covered');
  return {
    action,
    kept: [
      ...keptFields({ q, page }),
      { name: 'devices', value: devices.join(',') || 'none' },
      { name: 'voice', value: voice },
    ],
    sources: covering.map(({ id, short }) => ({ id, short })),
    pair: pair ?? ['', ''],
    reference: reference ?? '',
    offered: covering.length > 2,
  };
}
