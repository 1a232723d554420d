import { createServer } from 'node:http';
import { isIPv6 } from 'node:net';
import { openSeedLibrary } from './corpus/seed-library.js';
import { ParallaxError } from './text/error.js';
import { createApp } from './web/app.js';

const DEFAULT_PORT = 3000;
const DEFAULT_HOST = '127.0.0.1';

/** `npm start`: serves the seed comparison on the loopback. */
function main(): void {
  const port = portOf(process.env.PORT);
  const host = hostOf(process.env.HOST);
  // The address is given before the library is opened: a request that comes earlier waits for it, not for a refusal.
  let app: ReturnType<typeof createApp> | undefined;
  const open = (): NonNullable<typeof app> => (app ??= createApp(openSeedLibrary(), { host }));
  const server = createServer((request, response) => {
    orStop(() => {
      open()(request, response);
    });
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    stop(listenError(error, host, port));
  });
  server.listen(port, host, () => {
    process.stdout.write(`Parallax is at http://${isIPv6(host) ? `[${host}]` : host}:${port}\n`);
    setImmediate(() => {
      orStop(open);
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
}

function portOf(value: string | undefined): number {
  if (value === undefined || value === '') return DEFAULT_PORT;
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port < 1 || port > 65535)
    throw new ParallaxError('bad-option', `PORT is "${value}"`, 'give a number from 1 to 65535');
  return port;
}

function hostOf(value: string | undefined): string {
  const host = value === undefined || value === '' ? DEFAULT_HOST : value.replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)) return host;
  throw new ParallaxError(
    'bad-option',
    `HOST is "${value ?? ''}", which others could reach, and there are no accounts yet`,
    'use 127.0.0.1, localhost or ::1',
  );
}

function listenError({ code, message }: NodeJS.ErrnoException, host: string, port: number): ParallaxError {
  if (code === 'EADDRINUSE')
    return new ParallaxError('busy-port', `port ${port} is in use`, 'stop what uses it, or set PORT to another');
  if (code === 'EACCES')
    return new ParallaxError('busy-port', `port ${port} is not open to you`, 'set PORT to one above 1023');
  if (code === 'EADDRNOTAVAIL')
    return new ParallaxError('bad-option', `this machine has no address ${host}`, 'use HOST=127.0.0.1');
  return new ParallaxError(
    'bad-option',
    `the server cannot listen on ${host}:${port} (${message})`,
    'set PORT and HOST to others',
  );
}

function orStop(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ParallaxError)) throw error;
    stop(error);
  }
}

function stop(error: ParallaxError): void {
  process.stderr.write(`parallax: ${error.message}\n`);
  process.exit(2);
}

orStop(main);
