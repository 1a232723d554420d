export type ErrorCode =
  | 'bad-archive'
  | 'bad-input'
  | 'bad-option'
  | 'bad-topic'
  | 'binary'
  | 'busy-port'
  | 'conflict'
  | 'cross-site'
  | 'empty'
  | 'lexicon'
  | 'no-browser'
  | 'no-file'
  | 'not-found'
  | 'seeds'
  | 'store-corrupt'
  | 'store-fault'
  | 'store-foreign'
  | 'store-full'
  | 'store-in-use'
  | 'store-migration'
  | 'store-newer'
  | 'store-read-only'
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
