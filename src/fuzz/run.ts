import fc from 'fast-check';
import { openStore } from '../corpus/store/store.js';
import { madeDocument } from '../torture/made-document.js';
import { serve, type Served, type Use } from '../torture/served.js';
import { pipeline, type Exchange, type Sent } from './connection.js';
import { learn } from './learn.js';
import { requestTo } from './requests.js';

export interface FuzzOptions {
  /** Where the server's store is made. */
  readonly folder: string;
  readonly requests: number;
  readonly seed: number;
  readonly onProgress?: (sent: number) => void;
}

export interface Fuzzed {
  readonly sent: number;
  /** How often each status was answered; 0 for no answer, which only a request that is no HTTP may get. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The server's use when it is warm and at the end; absent where the system does not show it. */
  readonly use: readonly [Use, Use] | undefined;
  /** What did not hold; should be none. */
  readonly faults: readonly string[];
}

const CONNECTIONS = 6;
const PIPELINED = 24;
/** Made, sent and answered before the next are made. */
const ROUND = CONNECTIONS * PIPELINED;
/** Requests delete what they are about: so often it is looked whether a new corpus is wanted. */
const ROUNDS_BETWEEN_LOOKS = 5;
/** What is kept is bounded: a server that holds on to more ends for want of memory, and is found out. */
const HEAP_MB = 512;
/** Caches fill within so much of a run. */
const WARM = 0.3;
const MOST_FAULTS = 20;

/** Sends random requests to a server, and looks whether each is answered, none with a fault of the server's own. */
export async function fuzz({ folder, requests, seed, onProgress }: FuzzOptions): Promise<Fuzzed> {
  const store = await openStore(folder, { reserved: ['seeds'] });
  await store.createCorpus('Fuzz');
  store.close();
  const server = await serve(folder, { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` });
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  let warm: Use | undefined;
  let sent = 0;
  const look = (exchanged: readonly Exchange[]): void => {
    for (const exchange of exchanged) {
      const status = String(exchange.response?.status ?? 0);
      statuses[status] = (statuses[status] ?? 0) + 1;
      const fault = faultOf(exchange);
      if (fault !== undefined) faults.push(`${fault}: ${shown(exchange.request)}`);
    }
  };
  try {
    let about = 0;
    let request = await requestsTo(server, about);
    // What is cut short is waited for while the next round goes on.
    let waiting: Promise<readonly Exchange[]> = Promise.resolve([]);
    for (let round = 1; sent < requests && faults.length < MOST_FAULTS; round += 1) {
      if (round % ROUNDS_BETWEEN_LOOKS === 0 && !(await isThere(server, about)))
        request = await requestsTo(server, (about = round));
      const many = fc.sample(request, { seed: seed + round, numRuns: Math.min(ROUND, requests - sent) });
      const unsound = oneByOne(server.port, many);
      look(await exchanges(server.port, many));
      look(await waiting);
      waiting = unsound;
      sent += many.length;
      onProgress?.(sent);
      if (!warm && sent / requests > WARM) warm = await useAtRest(server);
    }
    look(await waiting);
    const last = await useAtRest(server);
    const served = await exchanges(server.port, [plain(server.port)]);
    if (served[0]?.response?.status !== 200) faults.push('the last request, a plain one, was not served');
    const code = await server.stop();
    if (code !== 0) faults.push(`the server ended with ${code ?? 'a signal'}`);
    return { sent, statuses, use: warm && last && [warm, last], faults };
  } catch (error) {
    await server.stop();
    throw new Error(`after ${sent} requests; the server said: ${server.errors().slice(-2_000)}`, { cause: error });
  }
}

/** A corpus with documents to be about, and requests to all there is. */
async function requestsTo({ port }: Served, round: number): Promise<fc.Arbitrary<Sent>> {
  const title = `Fuzz ${round}`;
  const id = `fuzz-${round}`;
  const documents = Array.from({ length: 3 }, (_, at) => ({ text: madeDocument(3 * round + at, 600).text }));
  await exchanges(port, [posted(port, '/corpora.json', { title })]);
  await exchanges(port, [posted(port, `/corpora/${id}/documents.json`, { documents })]);
  return requestTo(
    await learn(port, ['/', '/corpora', `/corpora/${id}`, `/corpora/${id}/import`, '/topics/new-caledonia']),
    port,
  );
}

async function isThere({ port }: Served, round: number): Promise<boolean> {
  const [page] = await exchanges(port, [plain(port, `/corpora/fuzz-${round}/documents/001`)]);
  return page?.response?.status === 200;
}

function plain(port: number, path = '/'): Sent {
  return { bytes: Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`), method: 'GET', sound: true };
}

function posted(port: number, path: string, json: unknown): Sent {
  const body = JSON.stringify(json);
  const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  return { bytes: Buffer.from(head + body), method: 'POST', sound: true };
}

/** Sound requests over some connections at once, each until all of its own are done with. */
async function exchanges(port: number, requests: readonly Sent[]): Promise<Exchange[]> {
  const sound = requests.filter((each) => each.sound);
  const lines = Array.from({ length: CONNECTIONS }, (_, line) => sound.filter((_, at) => at % CONNECTIONS === line));
  return (await Promise.all(lines.map((line) => through(port, line)))).flat();
}

/** What is no sound HTTP, each down a connection of its own. */
async function oneByOne(port: number, requests: readonly Sent[]): Promise<Exchange[]> {
  const unsound = requests.filter((each) => !each.sound);
  return (await Promise.all(unsound.map((each) => through(port, [each])))).flat();
}

async function through(port: number, requests: readonly Sent[]): Promise<Exchange[]> {
  const all: Exchange[] = [];
  for (let left = requests; left.length > 0;) {
    const result = await pipeline(port, left);
    all.push(...result.done);
    left = result.left;
  }
  return all;
}

function faultOf({ request, response, hung }: Exchange): string | undefined {
  if (hung) return 'no answer in time';
  if (!response) return request.sound ? 'the connection was closed without an answer' : undefined;
  // 501: of a method that is none.
  return response.status >= 500 || response.status === 0 ? `answered ${response.status}` : undefined;
}

const shown = ({ bytes }: Sent): string => JSON.stringify(bytes.toString('latin1').slice(0, 600));

/** Connections that were closed are told of a moment later. */
async function useAtRest(server: Served): Promise<Use | undefined> {
  await new Promise((rested) => setTimeout(rested, 300));
  return server.use();
}
