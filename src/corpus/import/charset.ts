import iconv from 'iconv-lite';
import { isTold } from '../../text/decode.js';
import { chosen, decoded, ENCODINGS } from './plain-text.js';

interface DecodedPage {
  readonly text: string;
  readonly warnings: readonly string[];
}

// Where browsers look for the declaration, with room for a long comment before it.
const HEAD_BYTES = 4096;

/** What the web means by these names. ISO-2022-JP, UTF-7 and others that change what `<` is are not listed, so not obeyed. */
const MEANT: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-sjis': 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
};

/** A byte-order mark decides, then what fits: a declaration is believed unless the bytes contradict it. */
export function decodeHtml(bytes: Uint8Array, name: string, encoding?: string): DecodedPage {
  if (encoding !== undefined) return chosen(bytes, encoding);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const told = decoded(bytes, name);
  const declared = declaredEncoding(buffer);
  if (declared === undefined || !isTold(told.encoding)) return told;
  if (declared === 'utf-8') {
    return { ...told, warnings: [...told.warnings, 'The page declares the encoding UTF-8, which its bytes are not.'] };
  }
  const others = told.warnings.filter((each) => !each.startsWith('Not valid UTF-8'));
  return { text: declared === told.encoding ? told.text : iconv.decode(buffer, declared), warnings: others };
}

function declaredEncoding(buffer: Buffer): string | undefined {
  const head = buffer.toString('latin1', 0, HEAD_BYTES);
  const label =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{1,40})/i.exec(head)?.[1];
  const lower = label?.toLowerCase() ?? '';
  const meant = MEANT[lower] ?? (lower === 'utf8' ? 'utf-8' : lower);
  return ENCODINGS.includes(meant) ? meant : undefined;
}
