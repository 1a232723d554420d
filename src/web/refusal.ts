import { ParallaxError, type ErrorCode } from '../text/error.js';

const CODES = {
  400: 'bad-option',
  403: 'cross-site',
  404: 'not-found',
  405: 'bad-option',
  413: 'too-large',
  415: 'bad-input',
  421: 'bad-option',
  422: 'bad-input',
} as const satisfies Record<number, ErrorCode>;

/** A request that gets no page: the status, what was wrong and what to do. */
export class Refusal extends ParallaxError {
  constructor(
    readonly status: keyof typeof CODES,
    problem: string,
    remedy: string,
    /** What JSON says beside the error, and a closer code. */
    readonly more: { readonly code?: string; readonly skipped?: unknown } = {},
  ) {
    super(CODES[status], problem, remedy);
  }
}
