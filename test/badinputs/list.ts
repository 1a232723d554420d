import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';

// A list of hostile inputs kept beside the project; where it is absent, its tests are skipped and say so.
const LIST = join(fileURLToPath(new URL('../../', import.meta.url)), '../shared/badinputs/make.mjs');

/** One hostile input and what is expected of whoever takes it. */
export interface Case {
  readonly id: string;
  readonly group: string;
  readonly ext: string;
  /** A whole request, to be sent as it is. */
  readonly raw?: boolean;
  readonly sendAs?: { readonly name: string };
  readonly expect: Expected;
}

export interface Expected {
  readonly outcome: 'accept' | 'refuse' | 'either';
  readonly status: readonly number[];
  readonly reason?: string;
  readonly maxMs: number;
  readonly maxRssMb: number;
  readonly storedTextEquals?: string;
  readonly storedTextEqualsIfAccepted?: string;
  readonly mustContain?: readonly string[];
  readonly mustNotContain?: readonly string[];
  readonly mayCloseSilently?: boolean;
  readonly headerAbsent?: readonly string[];
  readonly locationMustNotStartWith?: readonly string[];
  readonly noFileAt?: readonly string[];
}

interface List {
  readonly cases: readonly Case[];
  readonly bytes: (id: string) => Buffer;
}

export const list = existsSync(LIST) ? ((await import(pathToFileURL(LIST).href)) as List) : undefined;

/** The files of the list. */
export const files: readonly Case[] = list?.cases.filter(({ raw }) => !raw) ?? [];
export const requests: readonly Case[] = list?.cases.filter(({ raw }) => raw) ?? [];

/** The name that a file is given under. */
export const nameOf = ({ id, ext, sendAs }: Case): string => sendAs?.name ?? `${id}.${ext}`;

/** Where a stored text is not what was expected. */
export function textFaults(text: string, expected: Expected): string[] {
  const exact = [expected.storedTextEquals, expected.storedTextEqualsIfAccepted];
  return [
    ...(expected.outcome === 'refuse' ? ['was taken'] : []),
    ...(text.isWellFormed() ? [] : ['is not well-formed']),
    // eslint-disable-next-line no-control-regex -- the very thing looked for
    ...(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text) ? ['has control characters'] : []),
    ...exact.filter((each) => each !== undefined && each !== text).map(() => `is “${text.slice(0, 80)}”`),
    ...(expected.mustContain ?? []).filter((each) => !text.includes(each)).map((each) => `lacks ${each}`),
    ...(expected.mustNotContain ?? []).filter((each) => text.includes(each)).map((each) => `has ${each}`),
  ];
}
