import { z } from 'zod';
import { DEVICE_IDS, type DeviceId } from '../devices/lexicon/entry.js';
import { LONGEST_QUERY } from '../topics/from-query.js';
import { Refusal } from './refusal.js';

/** What a reader has switched on in the legend. */
export interface Switches {
  readonly devices: readonly DeviceId[];
  readonly voice: 'author' | 'all';
}

export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** Tone words explain the tone score; they are no framing by themselves, so they are shown only when asked for. */
export const DEFAULT_SWITCHES: Switches = { devices: DEVICE_IDS.filter((id) => id !== 'sentiment'), voice: 'author' };

const once = <T extends z.ZodType<unknown, string>>(schema: T) =>
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
const paper = once(z.enum(PAPERS, 'takes a4 or letter')).optional();

export const NO_QUERY = z.strictObject({});
const TYPED_QUERY = z.strictObject({ q });
const COMPARISON_QUERY = z.strictObject({ devices, voice });
const TYPED_COMPARISON_QUERY = z.strictObject({ q, devices, voice });
export const SHEET_QUERY = z.strictObject({ devices, voice, paper });
export const TYPED_SHEET_QUERY = z.strictObject({ q, devices, voice, paper });

/** @throws {Refusal} 400 with what is wrong in words. */
export function readQuery<T extends z.ZodObject>(schema: T, search: URLSearchParams): z.infer<T> {
  const values: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [key, value] of search) (values[key] ??= []).push(value);
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, problemOf(parsed.error.issues[0]), remedyFor(schema));
}

function problemOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys')
    return `this page knows no “${(issue.keys[0] ?? '').slice(0, 40)}” in its address`;
  const name = String(issue?.path[0] ?? 'the address');
  if (issue?.code === 'invalid_type') return `“${name}” is missing`;
  return `“${name}” ${issue?.message ?? 'is not understood'}`;
}

function remedyFor(schema: z.ZodObject): string {
  const keys = Object.keys(schema.shape);
  return keys.length === 0
    ? 'ask for it without anything behind the “?”'
    : `behind the “?” it takes ${keys.join(', ')}`;
}

/** The legend's switches; data holds every device and voice, so it takes none. */
export function readSwitches(search: URLSearchParams, isPage: boolean): Switches {
  if (isPage) return switchesOf(readQuery(COMPARISON_QUERY, search));
  readQuery(NO_QUERY, search);
  return DEFAULT_SWITCHES;
}

/** The same with the words that were typed. */
export function readTypedSwitches(search: URLSearchParams, isPage: boolean): Switches & { q: string } {
  if (!isPage) return { q: readQuery(TYPED_QUERY, search).q, ...DEFAULT_SWITCHES };
  const query = readQuery(TYPED_COMPARISON_QUERY, search);
  return { q: query.q, ...switchesOf(query) };
}

export function switchesOf(query: {
  devices?: readonly DeviceId[] | undefined;
  voice?: 'author' | 'all' | undefined;
}): Switches {
  return { devices: query.devices ?? DEFAULT_SWITCHES.devices, voice: query.voice ?? DEFAULT_SWITCHES.voice };
}

/** The query string of a state, in one spelling; defaults are left out. With its "?" unless empty. */
export function searchOf(state: Partial<Switches> & { q?: string | undefined; paper?: Paper | undefined }): string {
  const parts: string[] = [];
  if (state.q !== undefined) parts.push(`q=${encodeURIComponent(state.q).replaceAll('%20', '+')}`);
  if (state.devices && state.devices.join() !== DEFAULT_SWITCHES.devices.join())
    parts.push(`devices=${state.devices.join() || 'none'}`);
  if (state.voice && state.voice !== DEFAULT_SWITCHES.voice) parts.push(`voice=${state.voice}`);
  if (state.paper && state.paper !== 'a4') parts.push(`paper=${state.paper}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
