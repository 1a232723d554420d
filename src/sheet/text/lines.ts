/** Columns of a terminal that text is wrapped to. */
export const WIDTH = 78;

/** Control characters of a document could move a terminal's cursor; none reaches it. */
export function oneLine(text: string): string {
  return Array.from(text, (character) =>
    character < ' ' || (character >= '\u007f' && character <= '\u009f') ? ' ' : character,
  )
    .join('')
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
