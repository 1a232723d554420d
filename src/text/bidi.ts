const PDF = '\u202c';
const PDI = '\u2069';
const CONTROL = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text with a closer behind it for each bidirectional control that it opens and leaves open, so that no word outside
 * is turned round. Taking the controls out would show an Arabic or Hebrew text other than it was written.
 */
export function closed(text: string): string {
  /** The closers that are due, the innermost last. */
  const due: string[] = [];
  let isolates = 0;
  for (const [control] of text.matchAll(CONTROL)) {
    if (control === PDF) {
      // An isolate keeps what was opened before it: a closer of embeddings does not reach out of it.
      if (due.at(-1) === PDF) due.pop();
    } else if (control === PDI) {
      // It closes its isolate with all that is open in it; one without an isolate closes nothing.
      if (isolates === 0) continue;
      while (due.pop() !== PDI);
      isolates -= 1;
    } else if (control < '\u2066') due.push(PDF);
    else {
      due.push(PDI);
      isolates += 1;
    }
  }
  return due.length === 0 ? text : text + due.reverse().join('');
}
