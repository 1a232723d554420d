import { loadSeeds } from '../corpus/compiled.js';
import { write } from './options.js';

export async function topics(): Promise<void> {
  const { seeds } = loadSeeds();
  const widest = Math.max(...seeds.topics.map(({ id }) => id.length));
  await write(seeds.topics.map(({ id, title, question }) => `${id.padEnd(widest)}  ${title}: ${question}\n`).join(''));
}
