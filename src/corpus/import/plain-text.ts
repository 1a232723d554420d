import iconv from 'iconv-lite';
import { decode, type Decoded } from '../../text/decode.js';
import { ParallaxError } from '../../text/error.js';
import { withoutFrontMatter } from './front-matter.js';
import { headFacts } from './head-facts.js';
import { Refusal, UNKNOWN, type Found, type Parsed, type SkipCode } from './imported.js';

/** What a reader may choose where the bytes were read wrongly; UTF-7 is never among them, since it hides markup. */
export const ENCODINGS: readonly string[] = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'koi8-r',
  'iso-8859-2',
  'windows-1254',
  'windows-1256',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
];

/**
 * Bytes → text as typed, with what the lines at its head say of it. A Markdown file’s front matter says more, then its
 * first heading.
 */
export function parseText(bytes: Uint8Array, name: string, encoding?: string): Parsed {
  const { text, warnings } = encoding === undefined ? decoded(bytes, name) : chosen(bytes, encoding);
  if (!/\.(?:md|markdown)$/i.test(name)) return { text, metadata: { ...UNKNOWN, ...headFacts(text) }, warnings };
  const told = withoutFrontMatter(text) ?? { text, metadata: UNKNOWN, warnings: [] };
  const head = headFacts(told.text);
  const metadata = {
    ...told.metadata,
    title: told.metadata.title ?? firstHeading(told.text),
    author: told.metadata.author ?? head.author,
    date: told.metadata.date ?? head.date,
  };
  return { text: told.text, metadata, warnings: [...warnings, ...told.warnings] };
}

function firstHeading(text: string): Found | null {
  const heading = /^#[ \t]+(\S.*)$/m.exec(text.slice(0, 2000))?.[1];
  return heading === undefined ? null : { is: heading.replace(/[ \t]+#*[ \t]*$/, ''), found: 'first heading' };
}

const CODES: Partial<Record<ParallaxError['code'], SkipCode>> = {
  'too-large': 'too_large',
  'unsupported-encoding': 'unsupported_encoding',
  binary: 'binary',
};

/** @throws {Refusal} what `decode` will not take */
export function decoded(bytes: Uint8Array, name: string): Decoded {
  const plain = withoutTerminalCodes(bytes);
  const removed = bytes.length - plain.length;
  try {
    const { warnings, ...told } = decode(plain, name);
    return {
      ...told,
      warnings: removed === 0 ? warnings : [...warnings, `Terminal control codes removed: ${removed} bytes.`],
    };
  } catch (error) {
    if (!(error instanceof ParallaxError)) throw error;
    const says = error.problem.startsWith(name) ? error.problem.slice(name.length + 1) : error.problem;
    throw new Refusal(CODES[error.code] ?? 'empty', says, error.remedy);
  }
}

/** Colours and links of a terminal, when a text was saved from one: too many controls for a text, but no other kind of file. */
// eslint-disable-next-line no-control-regex -- these are what must go
const TERMINAL = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?)/g;

function withoutTerminalCodes(bytes: Uint8Array): Uint8Array {
  // Where there are NULs the text is UTF-16, or none.
  if (!bytes.includes(0x1b) || bytes.includes(0)) return bytes;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Buffer.from(buffer.toString('latin1').replace(TERMINAL, ''), 'latin1');
}

export function chosen(bytes: Uint8Array, encoding: string): { text: string; warnings: readonly string[] } {
  if (!ENCODINGS.includes(encoding)) {
    throw new Refusal('unsupported_encoding', `cannot be read as ${encoding}`, `choose one of ${ENCODINGS.join(', ')}`);
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { text: iconv.decode(buffer, encoding), warnings: [`Read as ${encoding}, as chosen.`] };
}
