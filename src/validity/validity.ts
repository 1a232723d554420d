import { run } from './run.js';

/**
 * `npm run validity -- --data DIR [--json | --fit]`: what the marks and the tone are worth against what people annotated. DIR
 * holds any of babe.jsonl, nyt.jsonl and newsmtsc.jsonl; none of it is part of the program. Same data and lexicon, same
 * bytes out. `--fit` fits lexicon/weights.yaml instead.
 */
process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
