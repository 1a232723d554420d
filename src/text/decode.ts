import { createRequire } from 'node:module';
import type iconvLite from 'iconv-lite';
import { readsAsCyrillic } from './cyrillic.js';
import { ParallaxError } from './error.js';

/** Encodings without a mark, taken by how the text reads. */
type Told = 'windows-1252' | 'windows-1251' | 'koi8-r';

const SPOKEN: Readonly<Record<Told, string>> = {
  'windows-1252': 'Windows-1252',
  'windows-1251': 'Windows-1251, Cyrillic',
  'koi8-r': 'KOI8-R, Cyrillic',
};

export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | Told;
  /** What a reader should know about how the bytes became text, in plain sentences. */
  readonly warnings: readonly string[];
}

export const MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

// A text has few control characters; one in fifty is no text in any of the encodings read here.
const MOST_CONTROLS = 0.02;

// A saved page may have half a megabyte of scripts before its first word.
const ENOUGH_TO_TELL = 1024 * 1024;

/**
 * Bytes to well-formed text: a byte-order mark decides, else UTF-8 if it is valid, else what reads as
 * Cyrillic is that, and the rest Windows-1252, which is said.
 * @throws {ParallaxError} `too-large`, `binary`, `unsupported-encoding` or `empty`
 */
export function decode(bytes: Uint8Array, name: string): Decoded {
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new ParallaxError('too-large', `${name} is larger than 8 MB`, 'split it, or save its text alone');
  }
  const { text: raw, encoding } = decodeBytes(bytes, name);
  const warnings: string[] = [];
  if (isTold(encoding)) {
    warnings.push(
      `Not valid UTF-8; decoded as ${SPOKEN[encoding]}. If its letters look wrong, import it with its encoding chosen.`,
    );
  }
  // eslint-disable-next-line no-control-regex -- these are what must go
  const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
  const removed = raw.match(controls)?.length ?? 0;
  if (removed > Math.max(4, raw.length * MOST_CONTROLS)) throw binary(name);
  if (removed > 0) warnings.push(`${removed} control ${removed === 1 ? 'character' : 'characters'} removed.`);
  const text = raw.replace(controls, '').replaceAll('\ufeff', '').toWellFormed();
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) {
    throw new ParallaxError('empty', `${name} has no text`, 'give a file that holds an article');
  }
  return { text, encoding, warnings };
}

function decodeBytes(bytes: Uint8Array, name: string): { text: string; encoding: Decoded['encoding'] } {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) {
    throw new ParallaxError('unsupported-encoding', `${name} is UTF-32`, 'save it as UTF-8');
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (a === 0xff && b === 0xfe) return { text: iconv().decode(buffer, 'utf-16le'), encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { text: iconv().decode(buffer, 'utf-16be'), encoding: 'utf-16be' };
  const wide = wideWithoutMark(bytes);
  if (wide) return { text: iconv().decode(buffer, wide), encoding: wide };
  if (looksBinary(bytes)) throw binary(name);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    for (const encoding of ['windows-1251', 'koi8-r'] as const) {
      const head = iconv().decode(buffer.subarray(0, ENOUGH_TO_TELL), encoding);
      if (readsAsCyrillic(head)) return { text: iconv().decode(buffer, encoding), encoding };
    }
    return { text: iconv().decode(buffer, 'windows-1252'), encoding: 'windows-1252' };
  }
}

/** Whether an encoding was taken by how the text reads, and may be another. */
export function isTold(encoding: Decoded['encoding']): encoding is Told {
  return encoding in SPOKEN;
}

/** UTF-16 without a mark: nearly every other byte of Latin text is zero, and none of the rest. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = head.length * 0.4;
  if (head.length < 8 || bytes.length % 2 === 1) return undefined;
  return odd > most && even === 0 ? 'utf-16le' : even > most && odd === 0 ? 'utf-16be' : undefined;
}

// Loaded when a text needs it: few do, and it takes longer to load than a text to read.
function iconv(): typeof iconvLite {
  return createRequire(import.meta.url)('iconv-lite') as typeof iconvLite;
}

const SIGNATURES = [
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '%PDF',
  'PK\x03\x04',
  'MZ',
  '\x7fELF',
  '\x1f\x8b',
  'Rar!',
  '7z\xbc\xaf',
];

function looksBinary(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const signed = SIGNATURES.some((signature) => head.startsWith(signature));
  // "MZ" or "PK" may begin an article; a program or an archive has NULs soon after.
  const nuls = bytes.subarray(0, 4096).filter((byte) => byte === 0).length;
  return (
    (signed && (nuls > 0 || head.charCodeAt(0) > 126 || head.startsWith('%PDF'))) ||
    nuls > Math.max(2, bytes.length / 50)
  );
}

function binary(name: string): ParallaxError {
  return new ParallaxError('binary', `${name} is not text`, 'give a plain text file in UTF-8, UTF-16 or Windows-1252');
}
