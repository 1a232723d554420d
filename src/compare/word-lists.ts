import { openRelated, type CompiledRelated, type Related } from '../topics/related.js';
import { openFrames, type CompiledFrames, type Frames } from './frames.js';
import { openMirrors, type CompiledMirrors, type Mirrors } from './mirrors.js';
import { openRarity, type CompiledRarity, type Rarity } from './rarity.js';

/** The word lists that comparing needs and reading does not. */
export interface WordLists {
  readonly related: Related;
  readonly frames: Frames;
  readonly mirrors: Mirrors;
  readonly rarity: Rarity;
}

export interface CompiledWordLists {
  readonly related: CompiledRelated;
  readonly frames: CompiledFrames;
  readonly mirrors: CompiledMirrors;
  readonly rarity: CompiledRarity;
}

export function openWordLists({ related, frames, mirrors, rarity }: CompiledWordLists): WordLists {
  return {
    related: openRelated(related),
    frames: openFrames(frames),
    mirrors: openMirrors(mirrors),
    rarity: openRarity(rarity),
  };
}
