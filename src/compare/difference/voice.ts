import type { Analysis } from '../../devices/analysis.js';
import { voiceByToken, type Voice } from '../../text/voice.js';
import type { Unit } from './unit.js';

/** Who says some units: the author, or another by name where the text gives one. */
export interface Sayer {
  readonly author: boolean;
  readonly name: string | undefined;
}

/** Who says most of the telling words of `units`; undefined when there are none. */
export function sayerOf(analysis: Analysis, units: readonly Unit[]): Sayer | undefined {
  const painted = paintedOf(analysis);
  const telling = units.filter(({ weak }) => !weak);
  const others = telling.flatMap(({ first }) => {
    const voice = painted[first];
    return voice && voice.kind !== 'scare' ? [voice] : [];
  });
  if (telling.length === 0) return undefined;
  return others.length * 2 > telling.length
    ? { author: false, name: others[0]?.speaker }
    : { author: true, name: undefined };
}

/** "the author’s own words, then another’s (mayor)"; undefined when both are the author's or neither is. */
export function voiceChange(from: Sayer, to: Sayer): string | undefined {
  if (from.author === to.author) return undefined;
  return from.author ? `the author’s own words, then ${others(to)}` : `${others(from)} words, then the author’s own`;
}

function others({ name }: Sayer): string {
  return name === undefined || PRONOUN.test(name.replace(/[^\p{L} ]/gu, '')) ? 'another’s' : `another’s (${name})`;
}

const PRONOUN = /^(?:i|he|she|it|we|you|they|who|which|that|this|these|those|some|many|one)$/i;

// Sentences of one document are asked for in many pairs; its voices are painted once.
const painted = new WeakMap<Analysis, readonly (Voice | undefined)[]>();

function paintedOf(analysis: Analysis): readonly (Voice | undefined)[] {
  const known = painted.get(analysis) ?? voiceByToken(analysis.voices, analysis.reading.tokens.start.length);
  painted.set(analysis, known);
  return known;
}
