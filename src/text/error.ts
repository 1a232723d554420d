export type ErrorCode =
  | 'bad-option'
  | 'bad-topic'
  | 'binary'
  | 'busy-port'
  | 'empty'
  | 'lexicon'
  | 'no-browser'
  | 'no-file'
  | 'seeds'
  | 'timeout'
  | 'too-large'
  | 'unsupported-encoding';

/** An error that a person can act on: what is wrong, and what to do. Never carries a stack to a reader. */
export class ParallaxError extends Error {
  override readonly name = 'ParallaxError';

  constructor(
    readonly code: ErrorCode,
    readonly problem: string,
    readonly remedy: string,
  ) {
    super(`${problem}: ${remedy}.`);
  }
}
