/** Text as it is stored: well-formed, lines ended by `\n`, no control character but that and the tab. */
export function clean(raw: string): { readonly text: string; readonly removed: number } {
  const lines = raw.replace(/\r\n?|[\v\f\u0085]/g, '\n');
  // eslint-disable-next-line no-control-regex -- these are what must go
  const text = lines.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, '').toWellFormed();
  return { text, removed: lines.length - text.length };
}

/** Longer than any headline; what is longer is no title, name or date. */
const LONGEST_FACT = 500;

/**
 * A title, name or date on one line, or undefined if nothing is left. Direction controls go too: a name that turns the
 * line around it has no use for them.
 */
export function oneLine(raw: string): string | undefined {
  const line = clean(raw.slice(0, 4 * LONGEST_FACT))
    .text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return undefined;
  return line.length <= LONGEST_FACT ? line : `${line.slice(0, LONGEST_FACT - 1).toWellFormed()}…`;
}

/** An address that can be a link; script and files cannot. */
export function webAddress(raw: string): string | undefined {
  const line = oneLine(raw);
  if (line === undefined || !/^https?:\/\//i.test(line) || !URL.canParse(line)) return undefined;
  const url = new URL(line);
  // A name and password in an address are a secret or a disguise.
  return url.username === '' && url.password === '' ? url.href : undefined;
}
