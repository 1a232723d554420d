import type { Response } from 'express';
import type { Library } from '../corpus/library.js';
import { ParallaxError } from '../text/error.js';
import type { Assets } from './assets.js';
import { SECURITY_HEADERS } from './gate.js';
import { frameOf } from './models/frame.js';
import { capital } from './prose.js';
import { Refusal } from './refusal.js';
import { render } from './render.js';

const TITLES: Record<number, string> = {
  400: 'That address says something Parallax does not understand',
  404: 'There is no such page',
  405: 'Pages here can only be read',
  421: 'Wrong address',
  500: 'This page could not be made',
};

interface Told {
  readonly status: number;
  readonly code: string;
  readonly problem: string;
  readonly remedy: string;
}

/** Any error → a page, or JSON where JSON was asked for. What is no fault of the request is told to the operator only. */
export function errorPage(
  error: unknown,
  response: Response,
  assets: Assets,
  library: Library,
  onFault: (error: unknown) => void,
): void {
  const told = tellingOf(error);
  if (told.status === 500) onFault(error);
  // A request refused at the gate comes here undressed.
  for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
  response.status(told.status).setHeader('Cache-Control', 'no-store');
  if (response.locals.format === 'json') {
    response.json({ error: { code: told.code, problem: told.problem, remedy: told.remedy } });
    return;
  }
  const title = TITLES[told.status] ?? 'Something went wrong';
  const html = render('error', {
    frame: frameOf(assets, library, { title, current: '' }),
    status: told.status,
    title,
    problem: capital(told.problem),
    remedy: capital(told.remedy),
  });
  response.type('html').send(html);
}

function tellingOf(error: unknown): Told {
  if (error instanceof Refusal)
    return { status: error.status, code: error.code, problem: error.problem, remedy: error.remedy };
  if (error instanceof ParallaxError && error.code === 'bad-topic')
    return { status: 400, code: error.code, problem: error.problem, remedy: error.remedy };
  // The router's own refusal of a malformed address.
  if (error instanceof URIError)
    return {
      status: 400,
      code: 'bad-option',
      problem: 'the address has a “%” that stands for no character',
      remedy: 'write the percent sign as %25',
    };
  return {
    status: 500,
    code: 'internal',
    problem: 'the fault is in Parallax, not in your request',
    remedy: 'try another page; the reason stands in the terminal that Parallax was started from',
  };
}
