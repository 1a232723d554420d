import { DEVICES } from '../../devices/index.js';
import type { DeviceId } from '../../devices/lexicon/entry.js';
import type { Switches } from '../query.js';

/** The switches of a comparison or document page: a plain form whose state is the address. */
export interface Legend {
  readonly action: string;
  readonly q: string;
  readonly devices: readonly {
    readonly id: DeviceId;
    readonly name: string;
    readonly letter: string;
    readonly about: string;
    readonly on: boolean;
  }[];
  readonly voices: readonly { readonly id: Switches['voice']; readonly label: string; readonly on: boolean }[];
}

export function legendOf(switches: Switches, action: string, q = ''): Legend {
  return {
    action,
    q,
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

export const DEVICE_LETTERS = new Map(DEVICES.map(({ id, letter }) => [id, letter]));
export const DEVICE_NAMES = new Map(DEVICES.map(({ id, name }) => [id, name]));
