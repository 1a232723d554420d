import { DEVICES } from '../../devices/index.js';
import type { DeviceId } from '../../devices/lexicon/entry.js';
import type { ComparisonState, Switches } from '../query.js';

export interface Field {
  readonly name: string;
  readonly value: string;
}

/** The switches of a comparison or document page: a plain form whose state is the address. */
export interface Legend {
  readonly action: string;
  /** What else the address holds, and the form must keep. */
  readonly kept: readonly Field[];
  readonly devices: readonly {
    readonly id: DeviceId;
    readonly name: string;
    readonly letter: string;
    readonly about: string;
    readonly on: boolean;
  }[];
  readonly voices: readonly { readonly id: Switches['voice']; readonly label: string; readonly on: boolean }[];
}

export function legendOf(switches: Switches, action: string, kept: readonly Field[] = []): Legend {
  return {
    action,
    kept,
    devices: DEVICES.map(({ id, name, letter, about }) => ({
      id,
      name,
      letter,
      about,
      on: switches.devices.includes(id),
    })),
    voices: [
      { id: 'author', label: 'author’s voice', on: switches.voice === 'author' },
      { id: 'all', label: 'quoted words too', on: switches.voice === 'all' },
    ],
  };
}

/** Which sources are compared, as fields of a form that changes something else. */
export function keptFields({
  q,
  reference,
  pair,
  page,
}: Partial<ComparisonState> & { readonly q?: string | undefined }): Field[] {
  const fields = { q, reference, pair: pair?.join(','), page: page?.toString() };
  return Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

export const DEVICE_LETTERS = new Map(DEVICES.map(({ id, letter }) => [id, letter]));
export const DEVICE_NAMES = new Map(DEVICES.map(({ id, name }) => [id, name]));
