import './confine.js';
import { Refusal, type Parsed } from './imported.js';
import type { Answer, Job } from './parser-process.js';

// The process that `parser-process.ts` starts. Each parser is loaded when its first file comes: a process for pages
// alone never pays for the PDF reader.

// The program that started it is gone.
process.on('disconnect', () => process.exit());

process.on('message', (job: Job) => {
  void answer(job).then((each) => process.send?.(each));
});

async function answer(job: Job): Promise<Answer> {
  try {
    return job.kind === 'language' ? { language: await languageCode(job.text) } : { parsed: await parse(job) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: { code: error.code, says: error.says, remedy: error.remedy } };
    // What a parser fails on unforeseen may have left it in any state: the process is not used again.
    return { failed: true };
  }
}

async function parse({ kind, bytes, name, encoding }: Exclude<Job, { kind: 'language' }>): Promise<Parsed> {
  switch (kind) {
    case 'html':
      return (await import('./html.js')).parseHtml(bytes, name, encoding);
    case 'docx':
      return (await import('./docx.js')).parseDocx(bytes);
    case 'pdf':
      return (await import('./pdf.js')).parsePdf(bytes);
    case 'eml':
      return (await import('./eml.js')).parseEml(bytes);
  }
}

async function languageCode(text: string): Promise<string> {
  return (await import('./language-code.js')).languageCode(text);
}
