import type { Response } from 'express';
import type { Library } from '../corpus/library.js';
import { ParallaxError, type ErrorCode } from '../text/error.js';
import type { Assets } from './assets.js';
import { SECURITY_HEADERS } from './gate.js';
import { frameOf } from './models/frame.js';
import { capital } from './prose.js';
import { Refusal } from './refusal.js';
import { render } from './render.js';
import { rooted } from './rooted.js';

const TITLES: Record<number, string> = {
  400: 'That request says something Parallax does not understand',
  403: 'This came from another site',
  404: 'There is no such page',
  405: 'That cannot be done here',
  409: 'It was changed meanwhile',
  413: 'That is too much at once',
  415: 'That is of a type that is not taken',
  421: 'Wrong address',
  422: 'That could not be taken',
  500: 'This page could not be made',
  507: 'Nothing can be saved now',
};

/** What an error of the services means to a client. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  'bad-archive': 422,
  'bad-input': 422,
  'bad-option': 400,
  'bad-topic': 400,
  binary: 422,
  conflict: 409,
  empty: 422,
  lexicon: 422,
  'not-found': 404,
  'store-corrupt': 500,
  'store-fault': 503,
  'store-full': 507,
  'store-read-only': 507,
  timeout: 422,
  'too-large': 413,
  'unsupported-encoding': 422,
};

export interface Told {
  readonly status: number;
  readonly code: string;
  readonly problem: string;
  readonly remedy: string;
  readonly more: object;
}

/** Any error → a page, or JSON where JSON was asked for. What is no fault of the request is told to the operator only. */
export function errorPage(
  error: unknown,
  response: Response,
  assets: Assets,
  library: Library,
  onFault: (error: unknown) => void,
): void {
  const { status, code, problem, remedy, more } = tellingOf(error);
  if (status === 500) onFault(error);
  // A request refused at the gate comes here undressed.
  for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
  response.status(status).setHeader('Cache-Control', 'no-store');
  if (response.locals.format === 'json') {
    response.json({ error: { code, problem, remedy }, ...more });
    return;
  }
  const title = TITLES[status] ?? 'Something went wrong';
  const html = render('error', {
    frame: frameOf(assets, library, { title, current: '' }),
    status,
    title,
    problem: capital(problem),
    remedy: capital(remedy),
  });
  response.type('html').send(rooted(html, (response.locals.root as string | undefined) ?? ''));
}

export function tellingOf(error: unknown): Told {
  if (error instanceof Refusal) {
    const { status, problem, remedy } = error;
    const { code = error.code, ...more } = error.more;
    return { status, code, problem, remedy, more };
  }
  const status = error instanceof ParallaxError ? STATUS[error.code] : undefined;
  if (error instanceof ParallaxError && status !== undefined)
    return { status, code: error.code, problem: error.problem, remedy: error.remedy, more: {} };
  // The router's own refusal of a malformed address.
  if (error instanceof URIError)
    return {
      status: 400,
      code: 'bad-option',
      problem: 'the address has a “%” that stands for no character',
      remedy: 'write the percent sign as %25',
      more: {},
    };
  return {
    status: 500,
    code: 'internal',
    problem: 'the fault is in Parallax, not in your request',
    remedy: 'try another page; the reason stands in the terminal that Parallax was started from',
    more: {},
  };
}
