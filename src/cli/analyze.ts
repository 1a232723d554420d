import { openReader } from '../corpus/reader.js';
import { ParallaxError } from '../text/error.js';
import { choice, text } from './options.js';

/** Starts the reader before all else is loaded: its thread takes the longest, since the language model is there. */
export async function analyze(files: readonly string[], options: unknown): Promise<void> {
  const lines = typeof options === 'object' && options !== null && 'jsonl' in options;
  const format = choice(text(options, 'format'), 'format', ['json', 'text']);
  if (lines === files.length > 0)
    throw new ParallaxError('bad-option', 'analyze needs texts', 'give files, or --jsonl and lines on standard input');
  const reader = openReader();
  try {
    if (lines) await (await import('./analyze-lines.js')).analyzeLines(reader);
    else await (await import('./analyze-files.js')).analyzeFiles(files, reader, format);
  } finally {
    await reader.close();
  }
}
