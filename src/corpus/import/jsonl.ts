import { Refusal } from './imported.js';
import { parseRecord } from './record.js';
import type { Row } from './row.js';

const LINE_END = 10;

/** A JSON object a line, each a document of its own: a broken line costs itself alone. */
export function* jsonlRows(bytes: Uint8Array): Generator<Row> {
  if (isPrettyJson(bytes)) {
    throw new Refusal('unsupported', 'is JSON over several lines', 'give it as JSONL: one object a line');
  }
  let number = 0;
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(LINE_END, from);
    const line = bytes.subarray(from, found < 0 ? bytes.length : found);
    from += line.length + 1;
    number += 1;
    if (line.every((byte) => byte <= 32)) continue;
    yield { label: `line ${number}`, original: line, parse: () => parseRecord(line) };
  }
}

/** An array, or an object whose first line is a bracket alone. */
function isPrettyJson(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s*(?:\[|\{\s*\n)/.test(head);
}
