import { z } from 'zod';
import { DEVICE_IDS, DIRECTIONS, STANCES, type DeviceId } from '../../devices/lexicon/entry.js';
import { REFERENT_KINDS, type Referent } from '../../devices/referent.js';
import { closed } from '../../text/bidi.js';
import { ParallaxError } from '../../text/error.js';
import { COMPLEMENTS } from '../../text/speech.js';
import type { Topic } from '../../topics/topic.js';
import { fit } from '../misfit.js';

// What may be put into a store, checked on the way in; what comes out of an archive passes the same checks.

export const MOST_WORDS = 2_000;
export const MOST_FOUND_AT = 200;
const MOST_TITLE = 200;
/** As many as a reader could look through; a matcher would take more. */
const MOST_PHRASES = 2_000;

/** A letter, digit or sign that a reader sees: not a filler of Hangul, which is a letter, nor the blank of Braille, a sign. */
export const VISIBLE = /(?![\p{DI}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Stands within other words wherever it is shown, so it must not turn them round. */
const text = z.string().overwrite((value) => closed(value.toWellFormed().trim()));
const anyLine = (most: number): z.ZodString =>
  text
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, 'is not one line');
const line = (most: number): z.ZodString => anyLine(most).regex(VISIBLE, 'has no character that can be seen');
const words = line(MOST_WORDS);
const phrase = line(MOST_FOUND_AT);
const phrases = z.array(phrase).max(MOST_PHRASES);
const note = text.max(10_000);
export const id = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not of small letters, digits and hyphens');

/** UTF-16 offsets into the stored text. */
const span = { start: z.number().int().min(0), end: z.number().int().min(1) };
const spanShape = z.strictObject(span).refine(({ start, end }) => start < end, 'ends before it begins');

/**
 * A fact about a document and where it was found ("og:title", "first line"; "corrected": by the reader). Unknown is null,
 * and so is what nobody can see: a page's blank title must not keep its text out.
 */
export const factShape = z
  .strictObject({ is: anyLine(MOST_WORDS), found: phrase })
  .nullable()
  .transform((fact) => (fact !== null && VISIBLE.test(fact.is) ? fact : null));
export type Fact = z.infer<typeof factShape>;

export const corpusTitle = line(MOST_TITLE);

export const detailsShape = z.strictObject({
  file: line(500),
  /** What pages call it, where a reader chose; else its outlet or "Source 001". */
  short: line(80).nullable().default(null),
  title: factShape,
  outlet: factShape,
  author: factShape,
  date: factShape,
  url: factShape,
  latest: z.strictObject({ mentions: words, stated: words }).nullable().default(null),
  warnings: z.array(note).max(200),
  /** ISO 639 code, or `und`; what is not supported is kept and not analysed. */
  language: z.strictObject({
    code: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'is no code of a language'),
    supported: z.boolean(),
  }),
  /** The article within the text, where a reader set it. */
  region: spanShape.nullable().default(null),
  /** Stretches that a reader said are furniture. */
  furniture: z.array(spanShape).max(1_000).default([]),
  /** Stretches that Parallax takes for furniture and that a reader said are the article's. */
  article: z.array(spanShape).max(1_000).default([]),
});
export type DocumentDetails = z.infer<typeof detailsShape>;

/** Details as they were stored, which may be before there was an `article`. */
export function storedDetails(details: unknown): DocumentDetails {
  const { article = [], ...rest } = details as Omit<DocumentDetails, 'article'> & Partial<DocumentDetails>;
  return { ...rest, article };
}

export const detailsChange = detailsShape.omit({ file: true, warnings: true }).partial();
export type DetailsChange = z.input<typeof detailsChange>;

export const newDocumentShape = detailsShape.extend({
  /** Given by an archive; else the next number of the corpus. */
  id: id.optional(),
  format: z.string().regex(/^[a-z0-9]{1,12}$/, 'is no name of a format'),
  bytes: z.custom<Uint8Array>(
    (value) => ArrayBuffer.isView(value) && value.constructor.name !== 'DataView',
    'is no bytes',
  ),
  text: z.string().min(1),
});
export type NewDocument = z.input<typeof newDocumentShape>;

export const topicShape = z.strictObject({
  id,
  title: words,
  question: words,
  cues: z
    .array(z.strictObject({ groups: z.array(phrases.min(1)).min(1).max(20), near: z.boolean() }))
    .min(1)
    .max(MOST_PHRASES),
  not: phrases,
  typed: z.boolean(),
  event: z.strictObject({ date: line(40), what: words }).optional(),
});

const label = z.strictObject({
  label: phrase,
  terms: phrases.min(1),
  contested: z.boolean(),
  /** Means this referent in this corpus alone. */
  here: z.literal(true).optional(),
  why: words,
  source: words,
  finds: z.array(words).max(50),
  ignores: z.array(words).max(50),
});
export const namesShape = z
  .array(
    z.strictObject({
      id,
      name: phrase,
      kind: z.enum(REFERENT_KINDS),
      of: id.optional(),
      labels: z.array(label).min(1).max(200),
    }),
  )
  .max(2_000)
  .refine((referents) => new Set(referents.map((each) => each.id)).size === referents.length, 'has two of one id');

/** Names have an editor of their own, and tone words a published list. */
const OWN_DEVICES = ['loaded-terms', 'distancing', 'attribution', 'certainty'] as const satisfies readonly DeviceId[];

/** An entry of the reader's own; the form is the lexicon's (see `lexicon/README.md`). */
export const entryShape = z.strictObject({
  id,
  device: z.enum(OWN_DEVICES),
  category: line(80),
  terms: z
    .array(phrase.regex(/^[^A-Z]*$/, 'is not in small letters'))
    .min(1)
    .max(MOST_PHRASES),
  pos: z.array(z.enum(['noun', 'verb', 'adj', 'adv', 'fixed'])).min(1),
  direction: z.enum(DIRECTIONS),
  strength: z.number().int().min(1).max(3),
  neutral: phrases,
  why: words,
  source: words,
  finds: z
    .array(words.regex(/\[[^\]]+\]/, 'shows no mark in [brackets]'))
    .min(1)
    .max(50),
  ignores: z
    .array(words.regex(/^[^[\]]+$/, 'has brackets'))
    .min(1)
    .max(50),
  unless: phrases,
  onlyWith: phrases,
  notWith: phrases,
  stance: z.enum(STANCES).optional(),
  takes: z.array(z.enum(COMPLEMENTS)).min(1).optional(),
});
export type OwnEntry = z.infer<typeof entryShape>;

/** A sentence put into a topic by hand, or taken out of it. */
export const pinShape = z.strictObject({ topic: id, document: id, ...span, in: z.boolean(), note: note.default('') });
export type Pin = z.infer<typeof pinShape>;

/** A reader's objection to a mark. */
export const disputeShape = z.strictObject({
  document: id,
  ...span,
  device: z.enum(DEVICE_IDS),
  entry: line(200),
  note,
  /** Whether the mark is still counted. */
  counts: z.boolean(),
});
export type Dispute = z.infer<typeof disputeShape>;

/** What is kept is what the core takes: a type that drifts away from its shape does not compile. */
export interface Items {
  readonly topic: Topic;
  readonly names: readonly Referent[];
  readonly entry: OwnEntry;
  readonly pin: Pin;
  readonly dispute: Dispute;
}
export const ITEM_SHAPES = {
  topic: topicShape,
  names: namesShape,
  entry: entryShape,
  pin: pinShape,
  dispute: disputeShape,
} as const;
export type ItemKind = keyof Items;

/** @throws {ParallaxError} `bad-input`, naming the first place that does not fit */
export function check<T extends z.ZodType>(shape: T, value: unknown, what: string): z.output<T> {
  const fitting = fit(shape, value);
  if ('value' in fitting) return fitting.value;
  const { place = '', says = 'does not fit' } = fitting.misfits[0] ?? {};
  throw new ParallaxError(
    'bad-input',
    place === '' ? `${what} ${says}` : `in ${what}, “${place}” ${says}`,
    'correct it and save again',
  );
}
