import { openReader } from '../corpus/reader.js';
import { ParallaxError } from '../text/error.js';
import { choice, text } from './options.js';

/** For files it starts the reader before all else is loaded: its thread takes the longest, for its language model. */
export async function analyze(files: readonly string[], options: unknown): Promise<void> {
  const lines = typeof options === 'object' && options !== null && 'jsonl' in options;
  const format = choice(text(options, 'format'), 'format', ['json', 'text']);
  if (lines === files.length > 0)
    throw new ParallaxError('bad-option', 'analyze needs texts', 'give files, or --jsonl and lines on standard input');
  if (lines) return (await import('./analyze-lines.js')).analyzeLines();
  const reader = openReader();
  try {
    await (await import('./analyze-files.js')).analyzeFiles(files, reader, format);
  } finally {
    await reader.close();
  }
}
