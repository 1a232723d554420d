import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own, as `npm start` runs it, on a store of its own. */
export interface Served {
  readonly port: number;
  /** What it said on standard error. */
  readonly errors: () => string;
  /** Undefined where the system does not show it (it does on Linux). */
  readonly use: () => Use | undefined;
  /** Ends it as a terminal would; its exit code. */
  readonly stop: () => Promise<number | null>;
}

export interface Use {
  readonly descriptors: number;
  /** Resident, in MB of 2^20 bytes. */
  readonly memoryMb: number;
}

const SERVER = fileURLToPath(new URL('../server.js', import.meta.url));

export async function serve(folder: string, environment: Readonly<Record<string, string>> = {}): Promise<Served> {
  const port = await freePort();
  const env = { ...process.env, PARALLAX_DATA: folder, PORT: String(port), HOST: '127.0.0.1', ...environment };
  const child = spawn(process.execPath, [SERVER], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (errors += piece));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const listening = new Promise<void>((done) => {
    // Read on, or its log would fill the pipe and stop it.
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      if (piece.includes('http://')) done();
    });
  });
  await Promise.race([
    listening,
    ended.then((code) => {
      throw new Error(`the server ended with ${code ?? 'a signal'}: ${errors}`);
    }),
  ]);
  return {
    port,
    errors: () => errors,
    use: () => useOf(child.pid),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        done(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

function useOf(pid: number | undefined): Use | undefined {
  try {
    const status = readFileSync(`/proc/${pid ?? ''}/status`, 'utf8');
    const memoryMb = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
    return { descriptors: readdirSync(`/proc/${pid ?? ''}/fd`).length, memoryMb };
  } catch {
    return undefined;
  }
}
