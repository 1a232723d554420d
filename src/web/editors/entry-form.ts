import { z } from 'zod';
import { entryShape, type OwnEntry } from '../../corpus/store/shapes.js';
import { check } from '../../corpus/store/shapes.js';
import { many, seen } from '../body.js';
import { fault, newId } from './topic-form.js';

// A lexicon entry as a form writes it: lists with commas between, examples a line each.

const text = z.string().default('');
export const ENTRY_FORM = z.strictObject({
  id: text,
  device: text,
  category: text,
  terms: text,
  pos: many.default([]),
  direction: text,
  strength: text,
  neutral: text,
  why: text,
  source: text,
  finds: text,
  ignores: text,
  unless: text,
  onlyWith: text,
  notWith: text,
  stance: text,
  takes: many.default([]),
  seen,
});

export type EntryFields = Omit<z.output<typeof ENTRY_FORM>, 'seen'>;

export const NO_ENTRY: EntryFields = {
  id: '',
  device: 'loaded-terms',
  category: 'own',
  terms: '',
  pos: [],
  direction: 'neither',
  strength: '2',
  neutral: '',
  why: '',
  source: 'usage',
  finds: '',
  ignores: '',
  unless: '',
  onlyWith: '',
  notWith: '',
  stance: '',
  takes: [],
};

/** @throws {ParallaxError} `bad-input`, naming what does not fit */
export function entryOfFields({ stance, takes, strength, ...fields }: EntryFields, taken: readonly string[]): OwnEntry {
  const terms = listOf(fields.terms);
  if (terms.length === 0) throw fault('the entry has no term', 'write a word or phrase that it finds');
  if (fields.pos.length === 0) throw fault('the entry has no part of speech', 'choose at least one');
  if (fields.why.trim() === '') throw fault('the entry does not say why it is marked', 'write what the word does');
  if (linesOf(fields.finds).length === 0)
    throw fault('the entry has no example', 'write a sentence in which it is marked, the mark in [brackets]');
  if (linesOf(fields.ignores).length === 0)
    throw fault('the entry has no near miss', 'write a sentence in which it is not marked');
  const isAttribution = fields.device === 'attribution';
  return check(
    entryShape,
    {
      ...fields,
      id: fields.id.trim() || newId(terms[0] ?? '', taken, 'entry'),
      terms,
      strength: Number(strength),
      neutral: listOf(fields.neutral),
      finds: linesOf(fields.finds),
      ignores: linesOf(fields.ignores),
      unless: listOf(fields.unless),
      onlyWith: listOf(fields.onlyWith),
      notWith: listOf(fields.notWith),
      ...(isAttribution && stance !== '' ? { stance } : {}),
      ...(isAttribution && takes.length > 0 ? { takes } : {}),
    },
    'the lexicon entry',
  );
}

export function fieldsOfEntry(entry: OwnEntry): EntryFields {
  return {
    ...entry,
    terms: entry.terms.join(', '),
    strength: String(entry.strength),
    neutral: entry.neutral.join(', '),
    finds: entry.finds.join('\n'),
    ignores: entry.ignores.join('\n'),
    unless: entry.unless.join(', '),
    onlyWith: entry.onlyWith.join(', '),
    notWith: entry.notWith.join(', '),
    stance: entry.stance ?? '',
    takes: entry.takes ?? [],
  };
}

/** "a, b" or a line each. */
export function listOf(value: string): string[] {
  return [
    ...new Set(
      value
        .split(/[,\n]/)
        .map((each) => each.trim().replace(/\s+/g, ' '))
        .filter((each) => each !== ''),
    ),
  ];
}

export function linesOf(value: string): string[] {
  return value
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
