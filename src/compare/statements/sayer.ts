import type { Analysis } from '../../devices/analysis.js';
import { voiceByToken, type Voice, type VoiceKind } from '../../text/voice.js';
import type { Sentence } from '../../text/reading.js';

export interface Sayer {
  readonly voice: VoiceKind;
  readonly speaker: string | null;
}

/** Who says most of a sentence's words, by sentence of one document; the author where no one says more. */
export function sayersIn({ reading, voices }: Analysis): (sentence: Sentence) => Sayer {
  const painted = voiceByToken(voices, reading.tokens.start.length);
  return ({ first, last }) => {
    const words = new Map<Voice | undefined, number>();
    for (let i = first; i < last; i += 1) {
      if (/^[\p{L}\p{N}]/u.test(reading.forms[i] ?? '')) words.set(painted[i], (words.get(painted[i]) ?? 0) + 1);
    }
    const kinds = new Map<VoiceKind, number>();
    for (const [voice, count] of words) {
      const kind = voice?.kind ?? 'author';
      kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    }
    const [kind = 'author'] = most(kinds, (each) => (each === 'author' ? 1 : 0)) ?? [];
    if (kind === 'author') return { voice: 'author', speaker: null };
    const voice = most(new Map([...words].filter(([each]) => each?.kind === kind)))?.[0];
    return { voice: kind, speaker: voice?.speaker ?? null };
  };
}

/** The entry with the greatest number; of equal ones the one that `before` prefers, then the first. */
function most<T>(counts: ReadonlyMap<T, number>, before: (key: T) => number = () => 0): [T, number] | undefined {
  return [...counts].sort(([a, x], [b, y]) => y - x || before(b) - before(a))[0];
}
