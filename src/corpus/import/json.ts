// An article’s record has a dozen fields; what has more is another kind of data.
const MOST_KEYS = 5_000;
const DEEPEST = 100;

/** Why a JSON text is not parsed, or undefined if it may be. One pass, before anything is built from it. */
export function jsonFault(source: string): 'too deep' | 'too many keys' | undefined {
  let depth = 0;
  let keys = 0;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 0x22) {
      at = endOfString(source, at);
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > DEEPEST) return 'too deep';
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
    } else if (code === 0x3a) {
      keys += 1;
      if (keys > MOST_KEYS) return 'too many keys';
    }
  }
  return undefined;
}

/** A JSON text’s value, or undefined if it is broken or out of measure. */
export function parseJson(source: string): unknown {
  if (jsonFault(source) !== undefined) return undefined;
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}

function endOfString(source: string, quote: number): number {
  for (let end = source.indexOf('"', quote + 1); end >= 0; end = source.indexOf('"', end + 1)) {
    let slashes = 0;
    while (source[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return source.length;
}
