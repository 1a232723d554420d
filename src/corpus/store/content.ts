import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { DocumentDetails } from './shapes.js';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/**
 * A document's original bytes as they are kept. Measured on the seeds: a plain text is its own original and costs nothing,
 * others shrink to half in a quarter of a millisecond; what does not shrink (PDF, DOCX) is kept as it is.
 */
export interface KeptOriginal {
  readonly coding: 'text' | 'plain' | 'deflate';
  readonly original: Uint8Array;
}

export async function keepOriginal(bytes: Uint8Array, text: string): Promise<KeptOriginal> {
  const asText = Buffer.from(text, 'utf8');
  if (asText.equals(bytes)) return { coding: 'text', original: NONE };
  const smaller = await deflate(bytes);
  return smaller.length < bytes.length * 0.9
    ? { coding: 'deflate', original: smaller }
    : { coding: 'plain', original: bytes };
}

export async function openOriginal(coding: string, original: Uint8Array, text: string): Promise<Uint8Array> {
  if (coding === 'text') return Buffer.from(text, 'utf8');
  return coding === 'deflate' ? inflate(original) : original;
}

const NONE = new Uint8Array(0);

/**
 * A text as it is stored: what no text has (control characters, halves of surrogate pairs) becomes U+FFFD, one unit
 * for one, so that offsets that were counted before hold.
 */
export function storedText(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what must go
  return text.replace(/[\u0000-\u0008\u000e-\u001f]/g, '\ufffd').toWellFormed();
}

/** What an analysis hangs on: the text, and what a reader corrected of the article's extent in it. */
export function correctedHash(
  textHash: string,
  { region, furniture, article }: Pick<DocumentDetails, 'region' | 'furniture' | 'article'>,
): string {
  if (region === null && furniture.length === 0 && article.length === 0) return textHash;
  // As it was before there was an `article`, so that analyses of then are found again.
  return sha256(JSON.stringify([textHash, region, furniture, ...(article.length > 0 ? [article] : [])]));
}

export function sha256(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex');
}
