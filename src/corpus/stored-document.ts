import { ParallaxError } from '../text/error.js';
import type { Document, Stated } from './corpus.js';
import type { PackedAnalysis } from './packed.js';
import type { DocumentListing } from './store/documents.js';
import type { Fact } from './store/shapes.js';
import type { Store } from './store/store.js';

/** Texts and analyses that were asked for last, up to some bytes: a comparison asks for all, a page for one. */
export interface Recent {
  readonly get: <T>(key: string, load: () => T, size: (value: T) => number) => T;
}

export function keepRecent(most: number): Recent {
  const kept = new Map<string, { readonly value: unknown; readonly size: number }>();
  let bytes = 0;
  return {
    get: <T>(key: string, load: () => T, size: (value: T) => number): T => {
      const known = kept.get(key);
      if (known) {
        kept.delete(key);
        kept.set(key, known);
        return known.value as T;
      }
      const value = load();
      const entry = { value, size: size(value) };
      kept.set(key, entry);
      bytes += entry.size;
      for (const [oldest, { size: freed }] of kept) {
        if (bytes <= most || oldest === key) break;
        kept.delete(oldest);
        bytes -= freed;
      }
      return value;
    },
  };
}

/** A stored document as the core knows one. Its text is read when it is asked for, and is no field of its own, so that a list of documents can be written out without reading them. */
export function storedDocument(listing: DocumentListing, store: Pick<Store, 'textNow'>, recent: Recent): Document {
  const { id, file, sha256, short, title, outlet, author, date, latest, warnings, content } = listing;
  const known = {
    id,
    file,
    sha256,
    short,
    title: stated(title),
    outlet: stated(outlet),
    author: stated(author),
    date: stated(date),
    latest: latest ?? undefined,
    warnings,
    content,
  };
  return Object.defineProperty(known, 'text', {
    get: () =>
      recent.get(
        `text ${listing.number}`,
        () => store.textNow(listing),
        ({ length }) => 2 * length,
      ),
  }) as typeof known & { text: string };
}

/** A packed analysis that is read when one of its columns is. */
export function packedWhenAsked(
  { id, content }: DocumentListing,
  version: string,
  store: Pick<Store, 'analysisNow'>,
  recent: Recent,
): PackedAnalysis {
  const load = (): PackedAnalysis => {
    const packed = store.analysisNow(content, version);
    if (!packed)
      throw new ParallaxError(
        'conflict',
        `document ${id} was analysed anew since this was opened`,
        'load the page again',
      );
    return packed;
  };
  const target = {} as PackedAnalysis;
  return new Proxy(target, {
    get: (_, field) => Reflect.get(recent.get(`${content} ${version}`, load, sizeOf), field) as unknown,
  });
}

function sizeOf(packed: PackedAnalysis): number {
  let bytes = 0;
  for (const value of Object.values(packed) as unknown[]) if (ArrayBuffer.isView(value)) bytes += value.byteLength;
  return bytes + packed.strings.reduce((sum, each) => sum + 2 * each.length, 0);
}

function stated(fact: Fact): Stated | 'unknown' {
  return fact === null ? 'unknown' : { is: fact.is, stated: fact.found };
}
