/** Columns of a terminal that text is wrapped to. */
export const WIDTH = 78;

// eslint-disable-next-line no-control-regex -- these are what must go
const UNSHOWN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Control characters of a document could move a terminal's cursor or turn a line round; none reaches it. */
export function oneLine(text: string): string {
  return text
    .replace(UNSHOWN, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .join(' ');
}

export function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length > WIDTH && line !== indent) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}

/** A heading with its line under it. */
export function heading(text: string): string {
  const line = oneLine(text);
  return `${line}\n${'-'.repeat(Math.min(WIDTH, line.length))}`;
}
