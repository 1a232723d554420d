import type { z } from 'zod';

/** A place in a value and what is wrong there, in words that follow its name: “is empty”. */
export interface Misfit {
  /** `labels.0.terms`; empty for the value as a whole. */
  readonly place: string;
  readonly says: string;
}

export type Fitting<T> = { readonly value: T } | { readonly misfits: readonly Misfit[] };

/** A value under its shape, or all that does not fit. The one place that asks zod: its own English is no reader's. */
export function fit<T extends z.ZodType>(shape: T, value: unknown): Fitting<z.output<T>> {
  const result = shape.safeParse(value, { error: inWords });
  if (result.success) return { value: result.data };
  return {
    misfits: result.error.issues.map(({ path, message }) => ({ place: path.map(String).join('.'), says: message })),
  };
}

type Issue = z.core.$ZodRawIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'is no text',
  number: 'is no number',
  int: 'is no whole number',
  boolean: 'is neither true nor false',
  array: 'is no list',
  object: 'is no set of fields',
  record: 'is no set of fields',
};

/** What a schema does not say itself. */
function inWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      return Number.isNaN(issue.input) ? 'is no number' : (KINDS[issue.expected] ?? UNFIT);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : takes(issue.values.map(String));
    case 'invalid_union':
      return noneOf(issue);
    case 'unrecognized_keys':
      return `has the unknown field “${(issue.keys[0] ?? '').slice(0, 40).toWellFormed()}”`;
    case 'invalid_format':
      return 'is not written as it has to be';
    default:
      return UNFIT;
  }
}

const UNFIT = 'is not what is taken there';

function tooSmall({ origin, minimum }: { readonly origin: string; readonly minimum: number | bigint }): string {
  if (origin === 'string') return minimum <= 1 ? 'is empty' : `has fewer than ${minimum} characters`;
  if (origin === 'array') return minimum <= 1 ? 'is an empty list' : `has fewer than ${minimum} entries`;
  return `is below ${minimum}`;
}

function tooBig({ origin, maximum }: { readonly origin: string; readonly maximum: number | bigint }): string {
  if (origin === 'string') return `is longer than ${maximum} characters`;
  if (origin === 'array') return `has more than ${maximum} entries`;
  return `is above ${maximum}`;
}

/** What a union's choices would have taken, as far as they are words. */
function noneOf(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  if (issue.input === undefined) return 'is missing';
  const choices = issue.errors.flat().flatMap((each) => (each.code === 'invalid_value' ? each.values.map(String) : []));
  return choices.length > 0 ? takes(choices) : UNFIT;
}

function takes(choices: readonly string[]): string {
  const named = choices.map((each) => (each === '' ? 'nothing' : each));
  return `takes ${[named.slice(0, -1).join(', '), named.at(-1)].filter(Boolean).join(' or ')}`;
}
