import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers';

// Run as a parser’s process is run: loads what it is told to (the parser’s process itself, or nothing), then tries what
// no parser may, and tells what came of each.
const [port, path, ...loaded] = process.argv.slice(2);
for (const each of loaded) await import(each);

const load = createRequire(import.meta.url);
const to = { host: '127.0.0.1', port: Number(port) };
const attempts = {
  'net by import': async () => (await import('node:net')).connect(to),
  'net by require': () => load('net').connect(to),
  'net by its process': () => process.getBuiltinModule('net').connect(to),
  'a socket made new': () => new (load('net').Socket)().connect(to),
  'a socket’s prototype': () => load('net').Socket.prototype.connect.call(new (load('stream').Duplex)(), to),
  'a server': () => load('net').createServer().listen(0),
  http: async () => (await import('node:http')).get({ ...to }),
  'the http agent that stands ready': () => load('http').globalAgent.createConnection(to),
  'the https agent that stands ready': () => load('https').globalAgent.createConnection(to),
  https: async () => (await import('node:https')).get({ ...to }),
  http2: async () => (await import('node:http2')).connect(`http://127.0.0.1:${port}`),
  tls: async () => (await import('node:tls')).connect(to),
  dgram: async () => (await import('node:dgram')).createSocket('udp4'),
  dns: async () => (await import('node:dns')).lookup('localhost', () => undefined),
  'dns by promises': async () => (await import('node:dns/promises')).lookup('localhost'),
  'a resolver': async () => new (await import('node:dns')).Resolver(),
  child_process: async () => (await import('node:child_process')).spawn('true'),
  cluster: async () => (await import('node:cluster')).default.fork(),
  worker_threads: async () => new (await import('node:worker_threads')).Worker('', { eval: true }),
  inspector: async () => (await import('node:inspector')).open(0),
  'inspector by promises': async () => new (await import('node:inspector/promises')).Session().connect(),
  wasi: async () => new (await import('node:wasi')).WASI({ version: 'preview1' }),
  fetch: () => globalThis.fetch(`http://127.0.0.1:${port}`),
  'a signal': () => process.kill(process.ppid, 0),
  'what lies beneath net': () => process.binding('tcp_wrap').TCP,
  'a file to read': () => load('fs').readFileSync(path),
  'a file to write': () => load('fs').writeFileSync(`${path}.written`, ''),
  'code from a string': () => Reflect.construct(Function, ['return 1'])(),
};

// A server it opened would keep it after a test that was broken off.
process.on('disconnect', () => process.exit());

// What fails later was not refused at once.
process.on('uncaughtException', () => undefined);

const open = [];
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    // What is not refused at once is open, answered or not.
    await Promise.race([attempt(), new Promise((done) => setTimeout(done, 300))]);
    open.push(name);
  } catch {
    // Refused, as it should be.
  }
}
// A connection that was begun has the time to arrive.
setTimeout(() => process.send?.({ tried: Object.keys(attempts).length, open }), 100);
