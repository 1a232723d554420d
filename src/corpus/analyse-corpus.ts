import { findDevices } from '../devices/analysis.js';
import { ParallaxError } from '../text/error.js';
import type { Reading } from '../text/reading.js';
import { articleAlone, onItsPage } from './corrected.js';
import type { Frame } from './frame.js';
import { pack, type PackedAnalysis } from './packed.js';
import { packReading, unpackReading } from './packed-reading.js';
import type { Reader } from './reader.js';
import type { KeptAnalysis } from './store/analyses.js';
import type { DocumentListing } from './store/documents.js';
import type { Store } from './store/store.js';

export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** A document that could not be analysed, and why. */
export interface Unread {
  readonly id: string;
  readonly short: string;
  readonly problem: string;
}

export interface AnalyseOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Ids of the documents that are needed; all where there are none. */
  readonly only?: readonly string[] | undefined;
}

/** Texts that took too long, by content and program: asked for again they would take as long again. */
export type GaveUp = Map<string, string>;

/** Texts on their way at once: enough for the threads to have work, few enough that memory stays flat. */
const AT_ONCE = 6;
/** Analyses a transaction: its wait for the disk is shared. */
const A_BATCH = 32;

/** Analyses what of a corpus has no analysis of this version, the texts in threads, and keeps it batch by batch. */
export async function analyseCorpus(
  store: Store,
  corpus: string,
  frame: Frame,
  reader: Reader,
  gaveUp: GaveUp,
  { onProgress, signal, only }: AnalyseOptions = {},
): Promise<readonly Unread[]> {
  const asked = only && new Set(only);
  const lacking = (await store.missingAnalyses(corpus, frame.version)).filter(({ id }) => !asked || asked.has(id));
  // Two documents may have one text.
  const missing = [...new Map(lacking.map((each) => [each.content, each])).values()];
  if (missing.length === 0) return [];
  const listed = new Map((await store.allDocuments(corpus)).map((document) => [document.id, document]));
  const entries = [...frame.lexicon.entries, ...frame.names.entries];
  const unread: Unread[] = [];
  let batch: KeptAnalysis[] = [];
  let next = 0;
  let done = 0;

  const keep = async (): Promise<void> => {
    const full = batch;
    batch = [];
    await store.keepAnalyses(corpus, frame.version, full);
  };
  const work = async (): Promise<void> => {
    for (let at = next++; at < missing.length; at = next++) {
      signal?.throwIfAborted();
      const document = listed.get(missing[at]?.id ?? '');
      const known = document && gaveUp.get(`${document.content} ${frame.version.program}`);
      if (document && known !== undefined) unread.push({ id: document.id, short: document.short, problem: known });
      else if (document) {
        try {
          const reading = await readStored(store, document, frame, reader);
          const packed: PackedAnalysis = pack(findDevices(reading, frame.lexicon, frame.names), entries);
          batch.push({ content: document.content, packed });
        } catch (error) {
          // A text that takes too long or breaks its thread costs itself alone.
          if (error instanceof ParallaxError && error.code !== 'timeout') throw error;
          const problem = error instanceof Error ? error.message : String(error);
          gaveUp.set(`${document.content} ${frame.version.program}`, problem);
          unread.push({ id: document.id, short: document.short, problem });
        }
        if (batch.length >= A_BATCH) await keep();
      }
      done += 1;
      onProgress?.({ done, of: missing.length });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await keep();
  return unread;
}

/** The reading of an older analysis where names or lexicon alone have changed; else the text is read in a thread. */
async function readStored(store: Store, document: DocumentListing, frame: Frame, reader: Reader): Promise<Reading> {
  const text = store.textNow(document);
  const older = await store.olderAnalysis(document.content, frame.version.program);
  if (older) return unpackReading(text, older);
  const reading = await reader.read(articleAlone(text, document), document.file, document.article);
  const placed = onItsPage(reading, text, document);
  // Forms are numbered in this thread's own table.
  return placed === reading ? reading : unpackReading(text, packReading(placed));
}
