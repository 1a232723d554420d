import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseRecord } from '../../../src/corpus/import/record.js';
import { importAll, isSkipped, openParsers, type Result } from './built.js';

// A list of hostile inputs kept beside the project; where it is absent, hostile.test.ts is what a clone has.
const LIST = join(fileURLToPath(new URL('../../../', import.meta.url)), '../shared/badinputs/make.mjs');

interface Case {
  readonly id: string;
  readonly group: string;
  readonly ext: string;
  readonly raw?: boolean;
  readonly sendAs?: { readonly name: string };
  readonly expect: {
    readonly outcome: 'accept' | 'refuse' | 'either';
    readonly reason?: string;
    readonly maxMs: number;
    readonly maxRssMb: number;
    readonly storedTextEquals?: string;
    readonly storedTextEqualsIfAccepted?: string;
    readonly mustContain?: readonly string[];
    readonly mustNotContain?: readonly string[];
    readonly mustNotMatchTerm?: readonly string[];
    readonly mustMatch?: readonly string[];
    readonly warning?: string;
  };
}

interface List {
  readonly cases: readonly Case[];
  readonly bytes: (id: string) => Buffer;
}

const list = existsSync(LIST) ? ((await import(pathToFileURL(LIST).href)) as List) : undefined;
const files = list?.cases.filter(({ raw, ext }) => !raw && ext !== 'json') ?? [];
const records = list?.cases.filter(({ ext }) => ext === 'json') ?? [];

if (!list) test.skip(`hostile inputs: there is no ../shared/badinputs/make.mjs`, () => undefined);
else {
  const parsers = openParsers({ processes: 1 });
  afterAll(() => parsers.close());
  // The first page starts a process, which is no part of any case.
  beforeAll(async () => {
    await importAll('a.html', Buffer.from('<p>One page.</p>'), { parsers });
  });

  describe('a hostile file is taken or refused as its list says:', () => {
    test.each(files.map((each) => [each.id, each] as const))('%s', async (id, { ext, sendAs, expect: expected }) => {
      const bytes = new Uint8Array(list.bytes(id));
      const before = process.memoryUsage().rss;
      const began = performance.now();
      const results = await importAll(sendAs?.name ?? `${id}.${ext}`, bytes, { parsers });
      const milliseconds = performance.now() - began;
      const grown = (process.memoryUsage().rss - before) / (1024 * 1024);
      expect(results.flatMap((each) => faults(each, expected))).toEqual([]);
      expect({
        results: results.length,
        inTime: milliseconds <= expected.maxMs,
        small: grown <= expected.maxRssMb,
      }).toEqual({
        results: 1,
        inTime: true,
        small: true,
      });
    });
  });

  describe('a hostile record is taken or refused as its list says:', () => {
    // Addresses are never fetched, so a list of them is a record without text.
    const told = records.filter(({ id }) => id !== 'json-ssrf');
    test.each(told.map((each) => [each.id, each] as const))('%s', (id, { expect: { outcome, reason } }) => {
      let got = 'accept';
      try {
        parseRecord(list.bytes(id));
      } catch (error) {
        got = String((error as { code?: unknown }).code);
      }
      if (outcome !== 'either') expect(got).toBe(outcome === 'refuse' ? reason : outcome);
    });
  });
}

function faults(got: Result, expected: Case['expect']): string[] {
  const found: string[] = [];
  const hold = (holds: boolean, fault: string): void => {
    if (!holds) found.push(fault);
  };
  if (isSkipped(got)) {
    hold(expected.outcome !== 'accept', `refused: ${got.code}`);
    hold(expected.reason === undefined || got.code === expected.reason, `${got.code} is not ${expected.reason ?? ''}`);
    hold(!got.problem.includes('\n') && got.remedy !== '', 'does not say what to do in a line');
    return found;
  }
  const { text, warnings } = got;
  const folded = text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/[’ʼ]/g, "'")
    .toLowerCase();
  hold(expected.outcome !== 'refuse', 'accepted');
  hold(text.isWellFormed(), 'not well-formed');
  // eslint-disable-next-line no-control-regex -- the very thing looked for
  hold(!/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text), 'has control characters');
  for (const exact of [expected.storedTextEquals, expected.storedTextEqualsIfAccepted]) {
    hold(exact === undefined || text === exact, `is ${text.slice(0, 80)}`);
  }
  for (const each of expected.mustContain ?? []) hold(text.includes(each), `lacks ${each}`);
  for (const each of expected.mustNotContain ?? []) hold(!text.includes(each), `has ${each}`);
  for (const each of [expected.mustNotMatchTerm ?? []].flat())
    hold(!folded.split(/[^\p{L}]+/u).includes(each), `fuses ${each}`);
  for (const each of expected.mustMatch ?? []) hold(folded.includes(each.normalize('NFKC')), `does not show ${each}`);
  for (const each of wordings(expected.warning)) {
    hold(
      warnings.some((one) => one.toLowerCase().includes(each)),
      `does not warn of ${each}: ${warnings.join(' ')}`,
    );
  }
  return found;
}

/** The list names kinds of warning; “replaced or decoded as …” is met by the second, “characters” by one character. */
function wordings(warning: string | undefined): string[] {
  if (warning === undefined) return [];
  return [warning.toLowerCase().replace('replaced or ', '').replace('control characters removed', 'removed')];
}
