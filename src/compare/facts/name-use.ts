import type { LabelUse } from '../../devices/analysis.js';
import { sentenceAt, type Sentence } from '../../text/reading.js';
import type { OnTopic } from '../on-topic.js';
import { capitalNames } from './capital-names.js';
import { institutionsIn } from './institutions.js';
import { evidenceOf, isBodyNoun, isCommonName, ofBody, type Evidence } from './name-kind.js';
import { slug, wording } from './wording.js';

/** A name in a sentence on the topic: a label of a referent, or capitalised words that no list knows. */
export interface Named {
  readonly document: OnTopic;
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  /** A referent's id, or the name's own words. */
  readonly key: string;
  readonly listed: boolean;
  readonly name: string;
}

/** A name and what the words beside it say of its kind. */
export type Found = Named & { readonly gives: Evidence };
export const NOTHING: Evidence = { person: 0, body: 0, place: 0 };

/** Labels of referents, capitalised names and institutions of a document's sentences on the topic, in text order. */
export function namesIn(document: OnTopic): Found[] {
  const { reading, labels } = document.analysis;
  const labelAt = new Map<number, LabelUse>();
  for (const label of labels) for (let i = label.first; i < label.last; i += 1) labelAt.set(i, label);
  const wanted = new Set(document.indices);
  const listed = labels.flatMap(({ entry, first, last }): Found[] => {
    const sentence = sentenceAt(reading.sentences, first);
    if (!wanted.has(sentence)) return [];
    const name = wording(reading, first, last);
    return [{ document, sentence, first, last, key: entry.category, listed: true, name, gives: NOTHING }];
  });
  const others = document.indices.flatMap((index) => {
    const sentence = reading.sentences[index];
    return sentence ? [...capitalised(index, sentence), ...institutions(index, sentence)] : [];
  });
  return [...listed, ...others].sort((a, b) => a.first - b.first || b.last - a.last);

  function capitalised(index: number, sentence: Sentence): Found[] {
    return capitalNames(reading, sentence, (token) => labelAt.has(token), isBodyNoun).flatMap((each): Found[] => {
      const { first, last } = each;
      // The tokenizer leaves some a possessive ending.
      const name = wording(reading, first, last).replace(/['’]s$/, '');
      if (last - first === 1 && isCommonName(reading.forms[first] ?? '')) return [];
      const gives = evidenceOf(reading, sentence, each);
      return [{ document, sentence: index, first, last, key: slug(name), listed: false, name, gives }];
    });
  }

  function institutions(index: number, sentence: Sentence): Found[] {
    return institutionsIn(reading, sentence, (token) => labelAt.get(token)).map(
      ({ first, last, state, office }): Found => {
        const owner = labelAt.get(state[0])?.entry.category ?? slug(wording(reading, ...state));
        const name = wording(reading, first, last);
        return {
          document,
          sentence: index,
          first,
          last,
          key: `${owner}-${office}`,
          listed: false,
          name,
          gives: ofBody(),
        };
      },
    );
  }
}
