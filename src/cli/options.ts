import { ParallaxError } from '../text/error.js';

/** One of several words, as given with an option. */
export function choice<const T extends string>(given: unknown, option: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === given);
  if (found === undefined)
    throw new ParallaxError('bad-option', `--${option} cannot be "${String(given)}"`, `use ${allowed.join(' or ')}`);
  return found;
}

export function text(options: unknown, name: string): string | undefined {
  const value =
    typeof options === 'object' && options !== null ? (options as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

export function flag(options: unknown, name: string): boolean {
  return typeof options === 'object' && options !== null && (options as Record<string, unknown>)[name] === true;
}

/** Writes all of it before the program may end, however slow the reader is. */
export async function write(chunk: string): Promise<void> {
  await new Promise<void>((done, failed) => {
    process.stdout.write(chunk, (error) => {
      if (error) failed(error);
      else done();
    });
  });
}
