import { coldStarts } from './cold-starts.js';
import { readings } from './readings.js';
import { serving } from './serving.js';
import { statements } from './statements.js';
import { storing } from './store.js';
import type { Figure } from './figure.js';

/**
 * `npm run bench [-- --json]`: what speed the design promises, each figure a ratio of two things measured in turn in
 * this very run, since machines differ and are noisy. Nothing fails here; the bounds are printed beside the figures.
 */
async function main(args: readonly string[]): Promise<void> {
  const figures: Figure[] = [
    ...readings(),
    ...statements(),
    ...(await coldStarts()),
    ...(await serving()),
    ...(await storing()),
  ];
  if (args.includes('--json')) {
    process.stdout.write(
      `${JSON.stringify(Object.fromEntries(figures.map(({ name, value }) => [name, round(value)])), null, 2)}\n`,
    );
    return;
  }
  const widest = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value, bound, detail } of figures) {
    process.stdout.write(
      `${name.padEnd(widest)}  ${String(round(value)).padStart(8)}  ${bound.padEnd(14)}  ${detail}\n`,
    );
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

await main(process.argv.slice(2));
