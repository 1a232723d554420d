import type { RequestHandler } from 'express';

/** What is told of an answer: the path without what was typed into it, and never a word of a document. */
export interface LogLine {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
}

export type Log = (line: LogLine) => void;

const LONGEST_PATH = 200;

export function logged(log: Log): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const { method, url } = request;
    response.once('close', () => {
      const [path = ''] = url.split('?');
      const ms = Math.round(10 * (performance.now() - began)) / 10;
      log({ method, path: path.slice(0, LONGEST_PATH), status: response.statusCode, ms });
    });
    next();
  };
}
