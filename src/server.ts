import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIPv6 } from 'node:net';
import { homedir } from 'node:os';
import { ParallaxError } from './text/error.js';

const DEFAULT_PORT = 3000;
const DEFAULT_HOST = '127.0.0.1';
/** Answers under way have so long to end; whoever stops a program waits ten seconds before they kill it. */
const DRAIN_MS = 7_000;
/** A body that trickles in longer than this is none. */
const LONGEST_REQUEST_MS = 120_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What is served, and how it is put away. */
interface Served {
  readonly app: Handler;
  readonly close: () => Promise<void>;
}

/** `npm start`: serves the seeds and the reader's own corpora on the loopback. */
function main(): void {
  const port = portOf(process.env.PORT);
  const host = hostOf(process.env.HOST);
  // The address is given before all is opened: a request that comes earlier waits for it, not for a refusal.
  let served: Promise<Served> | undefined;
  const server = createServer((request, response) => {
    void served?.then(({ app }) => {
      app(request, response);
    });
  });
  server.requestTimeout = LONGEST_REQUEST_MS;
  server.on('error', (error: NodeJS.ErrnoException) => {
    stop(listenError(error, host, port));
  });
  server.listen(port, host, () => {
    served = serve(host, `http://${isIPv6(host) ? `[${host}]` : host}:${port}`);
    served.catch(stop);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void drain(server).then(async () => {
        await (await served)?.close();
        process.exit(0);
      });
    });
  }
}

/** The store is opened before the address is given, since a store that cannot be opened ends the program. */
async function serve(host: string, address: string): Promise<Served> {
  const { dataFolder } = await import('./corpus/store/folder.js');
  const { openStore } = await import('./corpus/store/store.js');
  const store = await openStore(dataFolder(process.env, process.platform, homedir()), { reserved: ['seeds'] });
  process.stdout.write(`Parallax is at ${address}\n`);
  const [{ openCorpora }, { openSeedLibrary }, { sharedParsers }, { createApp }, { pino }] = await Promise.all([
    import('./corpus/corpora.js'),
    import('./corpus/seed-library.js'),
    import('./corpus/import/parser-process.js'),
    import('./web/app.js'),
    import('pino'),
  ]);
  const corpora = openCorpora(store);
  const logger = pino({ base: null, level: process.env.PARALLAX_LOG ?? 'info' });
  const app = createApp(openSeedLibrary(), {
    corpora,
    host,
    log: (line) => {
      logger.info(line);
    },
    onFault: (error) => {
      logger.error({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  });
  return {
    app,
    close: async () => {
      await sharedParsers().close();
      await corpora.close();
    },
  };
}

/** No new connections; those that wait for nothing are closed, the others when they are answered. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  const late = setTimeout(() => {
    server.closeAllConnections();
  }, DRAIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
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

/** 3 where a store cannot be opened, 2 for what else a person can mend. */
function stop(error: unknown): void {
  if (!(error instanceof ParallaxError)) throw error;
  process.stderr.write(`parallax: ${error.message}\n`);
  process.exit(error.code.startsWith('store-') ? 3 : 2);
}

try {
  main();
} catch (error) {
  stop(error);
}
