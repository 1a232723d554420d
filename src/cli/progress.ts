import type { Progress as Done } from '../corpus/analyse-corpus.js';

export interface Progress {
  readonly at: (done: Done) => void;
  /** Clears the bar, so that what is said next stands on a line of its own. */
  readonly end: () => void;
}

const WIDTH = 30;
/** A terminal need not be written to more often than an eye follows. */
const PAUSE_MS = 100;
/** Elsewhere a line for each tenth of the way: a log is read later, and not for its length. */
const LINES = 10;

/** Tells on standard error how far a work is: a bar on a terminal, some plain lines elsewhere. */
export function openProgress(verb: string, noun: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  const terminal = stream.isTTY;
  let told = 0;
  return {
    at: ({ done, of }) => {
      if (terminal) {
        const now = performance.now();
        if (now - told < PAUSE_MS && done < of) return;
        told = now;
        const full = Math.round((WIDTH * done) / of);
        stream.write(`\r[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${verb} ${done} of ${of} ${noun}\u001b[K`);
      } else {
        const tenth = Math.floor((LINES * done) / of);
        if (tenth === told) return;
        told = tenth;
        stream.write(`${verb} ${done} of ${of} ${noun}\n`);
      }
    },
    end: () => {
      if (terminal) stream.write('\r\u001b[K');
    },
  };
}
