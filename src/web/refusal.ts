import { ParallaxError, type ErrorCode } from '../text/error.js';

const CODES: Record<number, ErrorCode> = { 400: 'bad-option', 404: 'no-file', 405: 'bad-option', 421: 'bad-option' };

/** A request that gets no page: the status, what was wrong and what to do. */
export class Refusal extends ParallaxError {
  constructor(
    readonly status: 400 | 404 | 405 | 421,
    problem: string,
    remedy: string,
  ) {
    super(CODES[status] ?? 'bad-option', problem, remedy);
  }
}
