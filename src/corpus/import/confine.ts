import { createRequire, syncBuiltinESMExports } from 'node:module';
import { Server, Socket } from 'node:net';

// Imported first by the process that parses: what it takes away is gone before any parser’s code is loaded. Node’s
// permission model holds back files and, from Node 25 on, the network; this holds back the rest, and the network before.

/** What connects, listens, starts a process or a thread, or opens a door to whoever debugs; a parser asks for none. */
export const REFUSED: readonly string[] = [
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'dns/promises',
  'http',
  'http2',
  'https',
  'inspector',
  'inspector/promises',
  'net',
  'tls',
  'wasi',
  'worker_threads',
];

const load = createRequire(import.meta.url);

/** A function, not an arrow: a package may extend a class of these without ever using it. */
function refuse(): never {
  throw new Error('Parsers have no network and start nothing');
}

// Agents that stand ready keep the functions they were made with, but end in these two.
Reflect.set(Socket.prototype, 'connect', refuse);
Reflect.set(Server.prototype, 'listen', refuse);

// All are loaded before any is emptied: some are made of others.
for (const found of REFUSED.map((name) => load(`node:${name}`) as object)) {
  for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(found)))
    if (typeof value === 'function') Object.defineProperty(found, key, { value: refuse });
}
// Without this, `import` would still give what `require` no longer does.
syncBuiltinESMExports();

// A signal needs no channel: one to the program that started this would end it.
Reflect.set(process, 'kill', refuse);
for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);
