import type { Document } from '../../corpus/corpus.js';
import type { Library } from '../../corpus/library.js';
import type { Kept } from '../../corpus/store/items.js';
import type { Dispute } from '../../corpus/store/shapes.js';
import type { Entry } from '../../devices/lexicon/entry.js';
import { sentenceAt } from '../../text/reading.js';
import type { Assets } from '../assets.js';
import { typedIn } from '../body.js';
import { valueOfSpan } from '../extent.js';
import { marked, type Markup } from '../highlight.js';
import type { Refused, StoredCorpus } from '../page.js';
import { capital, quotedWord } from '../prose.js';
import { frameOf, type Frame } from './frame.js';
import { DEVICE_NAMES } from './legend.js';
import { refusedLine, type RefusedLine } from './refused.js';
import { termHref } from './source.js';
import { entryName } from './terms-page.js';

export interface DisputeView {
  readonly frame: Frame;
  readonly kicker: string;
  readonly title: string;
  /** What marked the words of the text; they may be another form of it. */
  readonly entry: string;
  readonly why: string;
  readonly termHref: string;
  readonly revision: number;
  readonly refused: RefusedLine | null;
  readonly places: readonly {
    readonly id: string;
    readonly value: string;
    readonly marked: Markup;
    readonly isChosen: boolean;
    /** Set where it is disputed already. */
    readonly key: string;
    readonly note: string;
  }[];
  readonly note: string;
  readonly counts: boolean;
  readonly back: string;
  readonly backHref: string;
  readonly sent: readonly { readonly name: string; readonly value: string }[];
}

interface Disputed {
  readonly corpus: StoredCorpus;
  readonly document: Document;
  readonly entry: Entry;
  /** Where the mark stands that the reader came from. */
  readonly at: number | undefined;
  readonly back: string;
  readonly kept: readonly Kept<Dispute>[];
  readonly refused: Refused | undefined;
}

export function disputeView(
  { corpus, document, entry, at, back, kept, refused }: Disputed,
  library: Library,
  assets: Assets,
): DisputeView {
  const { reading, findings } = library.analysisOf(document);
  const places = findings.filter((finding) => finding.device === entry.device && finding.entry.id === entry.id);
  const chosen = refused?.body.fields.get('place');
  const own = kept.find(({ value }) => value.start === at) ?? kept[0];
  const place = places.find(({ start }) => start === at) ?? places[0];
  const words = place ? reading.text.slice(place.start, place.end) : entryName(entry);
  const title = `Dispute ${quotedWord(words)}`;
  return {
    frame: frameOf(assets, library, { title, current: '/' }),
    kicker: `${document.short} · ${DEVICE_NAMES.get(entry.device) ?? entry.device}`,
    title,
    entry: entryName(entry),
    why: entry.why,
    termHref: termHref(entry.device, entry.id),
    revision: corpus.revision,
    refused: refusedLine(refused),
    places: places.map(({ start, end, first, device }) => {
      const sentence = reading.sentences[sentenceAt(reading.sentences, first)] ?? { start, end };
      const value = valueOfSpan({ start, end });
      const known = kept.find((each) => each.value.start === start && each.value.end === end);
      return {
        id: `p-${start}`,
        value,
        marked: marked(reading.text.slice(sentence.start, sentence.end), [{ device, start, end }], sentence.start),
        isChosen: chosen ? chosen.includes(value) : start === at || places.length === 1,
        key: known?.key ?? '',
        note: known ? capital(known.value.note) : '',
      };
    }),
    note: typedIn(refused?.body, 'note') ?? own?.value.note ?? '',
    counts: (typedIn(refused?.body, 'counts') ?? (own?.value.counts ? 'yes' : 'no')) === 'yes',
    back,
    backHref: /^\/(?:topics|documents)\//.test(back) ? back : '/corrections',
    sent: [
      { name: 'document', value: document.id },
      { name: 'device', value: entry.device },
      { name: 'entry', value: entry.id },
      { name: 'back', value: back },
    ],
  };
}

/** The form for one mark. */
export function disputeHref(
  { device, entry, start }: { readonly device: string; readonly entry: string; readonly start: number },
  document: string,
  back: string,
): string {
  return `/disputes/new?${new URLSearchParams({ document, device, entry, start: String(start), back }).toString()}`;
}
