import type { Reading, Sentence } from '../reading.js';
import { isFinite, type Clauses } from './clauses.js';
import { phrasesOf } from './phrase.js';
import { subjectOf } from './subject.js';
import { wordsOf } from './word.js';

/** A sentence's phrases with the subject of each finite verb. */
export function tableOf(reading: Reading, sentence: Sentence): Clauses {
  const words = wordsOf(reading, sentence);
  const phrases = phrasesOf(words);
  const table: Clauses = { words, phrases, subjects: new Map() };
  phrases.forEach((phrase, at) => {
    if (phrase.kind === 'verb' && isFinite(phrase)) table.subjects.set(at, subjectOf(table, at));
  });
  return table;
}
