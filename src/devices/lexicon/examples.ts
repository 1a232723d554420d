import { analyse } from '../analyse.js';
import { NO_NAMES, type Names } from '../referent.js';
import type { Entry } from './entry.js';
import type { Lexicon } from './lexicon.js';

/** An example that does not hold, and how. */
export interface FailedExample {
  readonly example: string;
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** Runs an entry's own examples: each `finds` must be marked exactly where it is bracketed, each `ignores` nowhere. */
export function failedExamples(entry: Entry, lexicon: Lexicon, names: Names = NO_NAMES): FailedExample[] {
  return [...entry.finds, ...entry.ignores].flatMap((example) => {
    const { text, marks } = unbracket(example);
    const findings = analyse(text, lexicon, names).findings.filter((finding) => finding.entry.id === entry.id && finding.device === entry.device);
    const found = findings.map(({ start, end }) => `${start}-${end} ${text.slice(start, end)}`);
    return JSON.stringify(found) === JSON.stringify(marks) ? [] : [{ example, expected: marks, found }];
  });
}

function unbracket(example: string): { text: string; marks: string[] } {
  const marks: string[] = [];
  let text = '';
  for (const [piece, bracketed, plain] of example.matchAll(/\[([^\]]*)\]|([^[\]]+)/g)) {
    if (bracketed === undefined) text += plain ?? piece;
    else {
      marks.push(`${text.length}-${text.length + bracketed.length} ${bracketed}`);
      text += bracketed;
    }
  }
  return { text, marks };
}
