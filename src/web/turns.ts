import type { ServerResponse } from 'node:http';

/**
 * Lets so many requests go on at a time, each until it is answered; the others wait with their bytes in the socket. Without
 * it, ten uploads at once would stand in memory ten times over.
 */
export function turns(most: number): (response: ServerResponse) => Promise<void> {
  let underway = 0;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else underway -= 1;
  };
  return async (response) => {
    if (underway < most) underway += 1;
    else await new Promise<void>((go) => waiting.push(go));
    if (response.closed) leave();
    else response.once('close', leave);
  };
}
