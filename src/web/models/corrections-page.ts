import type { Library } from '../../corpus/library.js';
import type { Kept } from '../../corpus/store/items.js';
import type { Dispute, Pin } from '../../corpus/store/shapes.js';
import { entryName } from './terms-page.js';
import { entryFor } from './term-page.js';
import type { Assets } from '../assets.js';
import type { Refused, StoredCorpus } from '../page.js';
import { DEVICE_NAMES } from './legend.js';
import { formsOf, frameOf, type Frame } from './frame.js';
import { refusedLine, type RefusedLine } from './refused.js';
import { documentHref, topicHref } from './source.js';

interface CorrectionLine {
  readonly key: string;
  readonly text: string;
  readonly href: string;
  readonly short: string;
  readonly what: string;
  readonly whatHref: string;
  readonly note: string;
  readonly how: string;
}

export interface CorrectionsView {
  readonly frame: Frame;
  readonly kicker: string;
  readonly revision: number;
  readonly refused: RefusedLine | null;
  readonly pins: readonly CorrectionLine[];
  readonly disputes: readonly CorrectionLine[];
}

export function correctionsView(
  {
    pins,
    disputes,
    documentOf,
    corpus,
    refused,
  }: {
    readonly pins: readonly Kept<Pin>[];
    readonly disputes: readonly Kept<Dispute>[];
    readonly documentOf: (id: string) => { readonly short: string; readonly text: string };
    readonly corpus: StoredCorpus;
    readonly refused: Refused | undefined;
  },
  library: Library,
  assets: Assets,
): CorrectionsView {
  return {
    frame: frameOf(assets, library, {
      title: 'Corrected by hand',
      current: '/corrections',
      forms: formsOf('/corrections').slice(0, 1),
    }),
    kicker: corpus.title,
    revision: corpus.revision,
    refused: refusedLine(refused),
    pins: pins.map(({ key, value: { topic, document, start, end, in: isIn, note } }) => ({
      key,
      text: documentOf(document).text.slice(start, end),
      href: documentHref(document, start),
      short: documentOf(document).short,
      what: library.topics.find(({ id }) => id === topic)?.title ?? topic,
      whatHref: topicHref(topic),
      note,
      how: isIn ? 'Put into' : 'Taken out of',
    })),
    disputes: disputes.map(({ key, value: { document, start, end, device, entry, note, counts } }) => {
      const known = entryFor(library, device, entry);
      return {
        key,
        text: documentOf(document).text.slice(start, end),
        href: documentHref(document, start),
        short: documentOf(document).short,
        what: `${DEVICE_NAMES.get(device) ?? device}, by the entry “${known ? entryName(known) : entry}”`,
        whatHref: '',
        note,
        how: counts ? 'still counted' : 'not counted',
      };
    }),
  };
}
