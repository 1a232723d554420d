import { inflateSync, constants } from 'node:zlib';
import { expands, outgrew } from './zip-entries.js';

const MB = 1024 * 1024;
// A page’s drawing is some 100 KB, an embedded font of Chinese 20 MB; pictures are not unpacked for their text.
const MOST_STREAM = 24 * MB;
const MOST_PICTURE = 128 * MB;
const MOST_TOGETHER = 512 * MB;
const MOST_FILTERS = 4;

// Where a stream’s dictionary stands: before it, and never long for a drawing.
const DICTIONARY_BYTES = 1024;

/**
 * Unpacks each compressed stream within limits, before the parser does so without: it keeps what it unpacks, and
 * outside the heap that its process is limited to.
 * @returns whether text is drawn invisibly (render mode 3)
 * @throws {Refusal} `expands_too_large`
 */
export function checkStreams(bytes: Uint8Array): { readonly unseen: boolean } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let together = 0;
  let unseen = false;
  for (let word = buffer.indexOf('stream'); word >= 0; word = buffer.indexOf('stream', word + 6)) {
    if (buffer.toString('latin1', Math.max(0, word - 3), word) === 'end') continue;
    const from =
      word +
      6 +
      (buffer[word + 6] === 13 ? 1 : 0) +
      (buffer[word + 6 + (buffer[word + 6] === 13 ? 1 : 0)] === 10 ? 1 : 0);
    const end = buffer.indexOf('endstream', from);
    const dictionary = buffer.toString('latin1', Math.max(0, word - DICTIONARY_BYTES), word);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    const picture = /\/Subtype\s*\/Image/.test(own);
    const { size, last } = unpacked(
      buffer.subarray(from, end < 0 ? buffer.length : end),
      picture ? MOST_PICTURE : MOST_STREAM,
    );
    together += size;
    if (together > MOST_TOGETHER) throw expands(MOST_TOGETHER);
    unseen ||= !picture && /(?:^|\s)3\s+Tr\s/.test(last.toString('latin1', 0, 2 * MB));
    if (end < 0) break;
    word = end + 3;
  }
  return { unseen };
}

/** Size of all that comes out of a stream, filter behind filter, and what came out last. */
function unpacked(packed: Buffer, most: number): { size: number; last: Buffer } {
  let size = 0;
  let last = packed;
  for (let filter = 0; filter < MOST_FILTERS && isZlib(last); filter += 1) {
    try {
      last = inflateSync(last, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
      if (outgrew(error)) throw expands(most);
      break;
    }
    size += last.length;
  }
  return { size, last };
}

/** RFC 1950: the method is deflate and the first two bytes are a multiple of 31. */
function isZlib(data: Buffer): boolean {
  const [first = 0, second = 0] = data;
  return data.length > 2 && (first & 15) === 8 && (first * 256 + second) % 31 === 0;
}
