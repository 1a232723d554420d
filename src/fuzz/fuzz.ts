import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fuzz } from './run.js';

/** `npm run fuzz [-- REQUESTS [SEED]]`: a million random requests to a server. Exit 1 if one of them is a fault of its own. */
async function main([requests = '1000000', seed = '1']: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-fuzz-'));
  try {
    const began = performance.now();
    let told = 0;
    const { sent, statuses, use, faults } = await fuzz({
      folder,
      requests: Number(requests),
      seed: Number(seed),
      onProgress: (so) => {
        if (so < told + 20_000) return;
        told = so;
        process.stderr.write(`${so} of ${requests}\n`);
      },
    });
    const seconds = Math.round((performance.now() - began) / 1000);
    say(`${sent} requests in ${seconds} s (seed ${seed}): ${JSON.stringify(statuses)}; ${faults.length} faults`);
    if (use) {
      const [warm, last] = use;
      say(`descriptors ${warm.descriptors} → ${last.descriptors}, memory ${mb(warm)} → ${mb(last)} MB`);
    }
    for (const fault of faults) say(fault);
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const mb = ({ memoryMb }: { readonly memoryMb: number }): number => Math.round(memoryMb);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await main(process.argv.slice(2));
