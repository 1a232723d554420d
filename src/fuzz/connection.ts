import { connect } from 'node:net';
import { ResponseReader, type Response } from './responses.js';

/** A request as bytes. One that is not sound HTTP need not be answered, only be done with. */
export interface Sent {
  readonly bytes: Buffer;
  readonly method: string;
  readonly sound: boolean;
}

export interface Exchange {
  readonly request: Sent;
  /** Undefined where the connection ended first. */
  readonly response: Response | undefined;
  /** Whether nothing came for too long. */
  readonly hung: boolean;
}

/** The slowest page takes a second or two when all cores are busy. */
const LIMIT_MS = 20_000;
/** What is cut short would be waited for; what comes whole is answered by then, and a server drops what is half closed. */
const HALF_CLOSE_MS = 500;

/** Sends requests down one connection, all before the first is answered; those that it was closed on are left over. */
export function pipeline(
  port: number,
  requests: readonly Sent[],
): Promise<{ readonly done: readonly Exchange[]; readonly left: readonly Sent[] }> {
  return new Promise((settle) => {
    const done: Exchange[] = [];
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const reader = new ResponseReader(
      (response) => {
        const request = requests[done.length];
        if (request) done.push({ request, response, hung: false });
        clock.refresh();
        if (done.length === requests.length || response.closes) finish(false);
      },
      () => requests[done.length]?.method ?? 'GET',
    );
    const clock = setTimeout(() => finish(true), LIMIT_MS);
    let finished = false;
    const finish = (hung: boolean): void => {
      if (finished) return;
      finished = true;
      clearTimeout(clock);
      clearTimeout(halfClose);
      socket.destroy();
      const next = requests[done.length];
      // Sound requests behind a refusal that closes are sent again; the first of them was looked at and is answered for.
      const lost = next && (hung || done.length === 0) ? [{ request: next, response: undefined, hung }] : [];
      settle({ done: [...done, ...lost], left: requests.slice(done.length + lost.length) });
    };
    socket.on('data', (piece: Buffer) => reader.take(piece));
    socket.on('end', () => {
      reader.end();
      finish(false);
    });
    socket.on('error', () => finish(false));
    socket.on('close', () => finish(false));
    const bytes = Buffer.concat(requests.map((each) => each.bytes));
    socket.write(bytes);
    const halfClose = requests.every(({ sound }) => sound) ? undefined : setTimeout(() => socket.end(), HALF_CLOSE_MS);
  });
}
