import { write } from './options.js';
import { withStore } from './store.js';

/** `parallax backup`: copies the whole store beside itself, and says where to. */
export async function backup(): Promise<void> {
  await withStore(async (store) => {
    await write(`${store.backup()}\n`);
  });
}
