import { openNames, type Names } from '../devices/referent.js';
import type { Lexicon } from '../devices/lexicon/lexicon.js';
import type { Topic } from '../topics/topic.js';
import { analysisVersion, type ByHand } from './library.js';
import { extendLexicon } from './own-lexicon.js';
import type { AnalysisVersion } from './store/analyses.js';
import type { Store } from './store/store.js';

/** What a stored corpus is analysed and compared with: the lexicon with its own entries, its names and topics. */
export interface Frame {
  readonly lexicon: Lexicon;
  readonly names: Names;
  readonly topics: readonly Topic[];
  readonly byHand: ByHand;
  /** Changes when the lexicon, the entries, the names or the program do. */
  readonly version: AnalysisVersion;
}

export async function frameOf(store: Store, corpus: string, builtIn: Lexicon, program: string): Promise<Frame> {
  const own = await store.list(corpus, 'entry');
  const [names] = await store.list(corpus, 'names');
  const topics = await store.list(corpus, 'topic');
  const pins = await store.list(corpus, 'pin');
  const disputes = await store.list(corpus, 'dispute');
  const lexicon = extendLexicon(
    builtIn,
    own.map(({ value }) => value),
  );
  const referents = names?.value ?? [];
  return {
    lexicon,
    names: openNames(referents, lexicon.inflect),
    topics: topics.map(({ value }) => value),
    byHand: { pins: pins.map(({ value }) => value), disputes: disputes.map(({ value }) => value) },
    version: { version: `${analysisVersion(lexicon, referents)}-${program}`, program },
  };
}
