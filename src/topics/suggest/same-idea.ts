import { sameReferents } from '../names-suggest/same-referent.js';
import type { Features } from './features.js';

export interface SameIdeas {
  readonly keyOf: (idea: string) => string;
  /** What finds the ideas of one key. */
  readonly phrasesOf: (key: string) => readonly string[];
}

/** Ideas under several words: `=Osman` and `=Leila Osman`, `strike` and `striker`. */
export function sameIdeas(documents: readonly Features[]): SameIdeas {
  const said = new Set(documents.flatMap(({ said: own }) => [...own.keys()]));
  const keys = new Map<string, string>();
  for (const group of sameReferents(
    [...said]
      .filter(isName)
      .map((idea) => idea.slice(1))
      .sort(),
  )) {
    const [fullest = ''] = [...group].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    for (const name of group) keys.set(`=${name}`, `=${fullest}`);
  }
  for (const idea of said) {
    const deed = [idea.slice(0, -1), idea.slice(0, -2)].find((each) => said.has(each));
    if (DOER.test(idea) && deed !== undefined) keys.set(idea, deed);
  }
  const phrases = new Map<string, string[]>();
  for (const idea of [...said].sort()) {
    const key = keys.get(idea) ?? idea;
    phrases.set(key, [...(phrases.get(key) ?? []), isName(idea) ? idea.slice(1).toLowerCase() : idea]);
  }
  return { keyOf: (idea) => keys.get(idea) ?? idea, phrasesOf: (key) => shortest(phrases.get(key) ?? [key]) };
}

/** Strikers strike. */
const DOER = /^[a-z]{4,}er$/;

export function isName(idea: string): boolean {
  return idea.startsWith('=');
}

/** "Osman" finds what "Leila Osman" finds. */
function shortest(phrases: readonly string[]): string[] {
  return phrases.filter((each) => !phrases.some((other) => other !== each && ` ${each} `.includes(` ${other} `)));
}
