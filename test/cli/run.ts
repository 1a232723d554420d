import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string;
  /** Closes the program's output behind its first piece, as `head` does. */
  readonly closeEarly?: boolean;
  /** Variables of the environment beside this one's. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the compiled command line as a person would. */
export async function run(
  args: readonly string[],
  { input = '', closeEarly = false, env = {} }: RunOptions = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: 'pipe', env: { ...process.env, ...env } });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece;
    if (closeEarly) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    err += piece;
  });
  // A program that stops reading closes its input; that is its right.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
  return { code, out, err };
}
