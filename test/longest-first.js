import Sequencer from '@jest/test-sequencer';

/** Files that take a minute and more, which their size does not tell: begun last, one would keep the other worker idle. */
const LONG = ['test/fuzz/fuzz', 'test/browser/pages', 'test/badinputs/web', 'test/badinputs/command-line'];

/** A clone has no timings of earlier runs to go by. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONG.findIndex((each) => path.includes(each));
      return at < 0 ? LONG.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
