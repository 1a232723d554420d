import { z } from 'zod';
import { fit } from '../corpus/misfit.js';
import { PARTS, type Part } from '../sheet/csv.js';
import { DEVICE_IDS, type DeviceId } from '../devices/lexicon/entry.js';
import { LONGEST_QUERY } from '../topics/from-query.js';
import type { Format } from './page.js';
import { Refusal } from './refusal.js';

/** What a reader has switched on in the legend. */
export interface Switches {
  readonly devices: readonly DeviceId[];
  readonly voice: 'author' | 'all';
}

/** Ids of two documents that are laid side by side. */
export type Pair = readonly [string, string];

export interface ComparisonState extends Switches {
  /** Id of the document that the others are set against. */
  readonly reference?: string | undefined;
  readonly pair?: Pair | undefined;
  /** Of the documents of a large corpus, which stretch is compared; the first has no number. */
  readonly page?: number | undefined;
  /** Which of a comparison's tables CSV gives. */
  readonly part?: Part | undefined;
}

export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** Tone words explain the tone score; they are no framing by themselves, so they are shown only when asked for. */
export const DEFAULT_SWITCHES: Switches = { devices: DEVICE_IDS.filter((id) => id !== 'sentiment'), voice: 'author' };

/** A value that may stand only once in an address. */
export const once = <T extends z.ZodType<unknown, string>>(schema: T): z.ZodType<z.output<T>, string[]> =>
  z
    .array(z.string())
    .length(1, 'may stand only once')
    .transform(([value = '']) => value)
    .pipe(schema);

/** `devices=a,b` as pages link it, `devices=none&devices=a&devices=b` as the legend's form sends it. */
const devices = z
  .array(z.string())
  .transform((values) => values.flatMap((value) => value.split(',')))
  .pipe(z.array(z.enum([...DEVICE_IDS, 'none'], `takes ${DEVICE_IDS.join(', ')} or none, with commas between`)))
  .transform((chosen) => DEVICE_IDS.filter((id) => chosen.includes(id)))
  .optional();
const voice = once(z.enum(['author', 'all'], 'takes author or all')).optional();
const q = once(
  z
    .string()
    .trim()
    .min(1, 'is empty: type a few words')
    .max(LONGEST_QUERY, `takes ${LONGEST_QUERY} characters at most`),
);
const documentId = z.string().min(1, 'is empty').max(80, 'is no document’s id');
/** `reference=` as the form sends it sets each source against all others. */
const reference = once(z.union([z.literal(''), documentId]))
  .transform((id) => id || undefined)
  .optional();
/** `pair=001,003` as pages link it, `pair=001&pair=003` as the form sends it. */
const pair = z
  .array(z.string())
  .transform((values) => values.flatMap((value) => value.split(',')).filter((value) => value !== ''))
  .pipe(z.array(documentId))
  .refine((ids) => ids.length === 0 || (ids.length === 2 && ids[0] !== ids[1]), 'takes two different documents')
  .transform(([a, b]): Pair | undefined => (a !== undefined && b !== undefined ? [a, b] : undefined))
  .optional();
const page = once(
  z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'takes a number from 1')
    .transform((digits) => (digits === '1' ? undefined : Number(digits))),
).optional();
const paper = once(z.enum(PAPERS, 'takes a4 or letter')).optional();

export const NO_QUERY = z.strictObject({});
const part = once(z.enum(PARTS, `takes ${PARTS.join(', ')}`)).optional();
const JSON_QUERY = z.strictObject({ reference, page });
const CSV_QUERY = z.strictObject({ reference, page, part });
const MARKS_QUERY = z.strictObject({ devices, voice });
const COMPARISON_QUERY = z.strictObject({ devices, voice, reference, pair, page });
export const SHEET_QUERY = COMPARISON_QUERY.extend({ paper });
export const TYPED_SHEET_QUERY = SHEET_QUERY.extend({ q });

/** @throws {Refusal} 400 with what is wrong in words. */
export function readQuery<T extends z.ZodObject>(schema: T, search: URLSearchParams): z.infer<T> {
  const values: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [key, value] of search) (values[key] ??= []).push(value);
  const stranger = Object.keys(values).find((key) => !Object.hasOwn(schema.shape, key));
  if (stranger !== undefined)
    throw new Refusal(400, `this page knows no “${stranger.slice(0, 40)}” in its address`, remedyFor(schema));
  const fitting = fit(schema, values);
  if ('value' in fitting) return fitting.value;
  const { place = 'the address', says = 'is not understood' } = fitting.misfits[0] ?? {};
  throw new Refusal(400, `“${place.split('.')[0] ?? ''}” ${says}`, remedyFor(schema));
}

function remedyFor(schema: z.ZodObject): string {
  const keys = Object.keys(schema.shape);
  return keys.length === 0
    ? 'ask for it without anything behind the “?”'
    : `behind the “?” it takes ${keys.join(', ')}`;
}

/** The legend's switches of a document's page; its data holds every device and voice, so it takes none. */
export function readSwitches(search: URLSearchParams, isPage: boolean): Switches {
  if (isPage) return switchesOf(readQuery(MARKS_QUERY, search));
  readQuery(NO_QUERY, search);
  return DEFAULT_SWITCHES;
}

/** What a comparison's address asks for, in the form it is asked in; `q` where the topic is typed. */
export function readComparison(search: URLSearchParams, format: Format): ComparisonState {
  if (format === 'html') return stateOf(readQuery(COMPARISON_QUERY, search));
  return { ...DEFAULT_SWITCHES, ...readQuery(format === 'csv' ? CSV_QUERY : JSON_QUERY, search) };
}

export function readTypedComparison(search: URLSearchParams, format: Format): ComparisonState & { readonly q: string } {
  if (format === 'html') {
    const { q: words, ...query } = readQuery(COMPARISON_QUERY.extend({ q }), search);
    return { q: words, ...stateOf(query) };
  }
  return { ...DEFAULT_SWITCHES, ...readQuery((format === 'csv' ? CSV_QUERY : JSON_QUERY).extend({ q }), search) };
}

export function stateOf({ reference, pair, page, ...query }: z.infer<typeof COMPARISON_QUERY>): ComparisonState {
  return { ...switchesOf(query), reference, pair, page };
}

function switchesOf({ devices, voice }: z.infer<typeof MARKS_QUERY>): Switches {
  return { devices: devices ?? DEFAULT_SWITCHES.devices, voice: voice ?? DEFAULT_SWITCHES.voice };
}

/** The query string of a state, in one spelling; defaults are left out. With its "?" unless empty. */
export function searchOf(
  state: Partial<ComparisonState> & { q?: string | undefined; paper?: Paper | undefined },
): string {
  const parts: string[] = [];
  if (state.q !== undefined) parts.push(`q=${encodeURIComponent(state.q).replaceAll('%20', '+')}`);
  if (state.devices && state.devices.join() !== DEFAULT_SWITCHES.devices.join())
    parts.push(`devices=${state.devices.join() || 'none'}`);
  if (state.voice && state.voice !== DEFAULT_SWITCHES.voice) parts.push(`voice=${state.voice}`);
  if (state.reference) parts.push(`reference=${encodeURIComponent(state.reference)}`);
  if (state.pair) parts.push(`pair=${state.pair.map(encodeURIComponent).join(',')}`);
  if (state.page && state.page > 1) parts.push(`page=${state.page}`);
  if (state.part && state.part !== 'passages') parts.push(`part=${state.part}`);
  if (state.paper && state.paper !== 'a4') parts.push(`paper=${state.paper}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
