import type { NounPhrase } from '../../text/clause.js';
import type { Reading } from '../../text/reading.js';

/**
 * Heads that act for the state whose name stands before them ("the Peruvian government", "Peru's army"). Citizens,
 * politicians, parliaments, courts, firms and papers act for themselves.
 */
const BODIES = new Set(
  [
    'government administration regime leadership authority authorities state cabinet presidency',
    'ministry minister premier president ambassador envoy embassy delegation diplomat diplomats official officials',
    'army navy military force forces troops soldier soldiers',
    'negotiator negotiators side republic diplomacy',
  ]
    .join(' ')
    .split(' '),
);

/** "state media", "foreign ministry spokesman": the word before makes the head the state's. */
const OFFICIAL_MEDIA = new Set(['media', 'television', 'broadcaster', 'agency', 'newspaper', 'tv']);

export function standsFor({ forms }: Reading, { head }: NounPhrase): boolean {
  const form = forms[head] ?? '';
  return BODIES.has(form) || (OFFICIAL_MEDIA.has(form) && forms[head - 1] === 'state');
}

/** Nouns that "he" or "she" may stand for: most tell it by their ending. Too many rather than too few, since each keeps a choice open. */
export function isPersonNoun(form: string): boolean {
  return PERSON_ENDING.test(form) || PERSONS.test(form);
}

const PERSON_ENDING = /(?:er|or|ist|man|woman|ant|dent|ee|ian|ic|ive)$/;
const PERSONS =
  /^(?:king|queen|chief|head|wife|husband|son|friend|ally|judge|pilot|priest|boss|coach|victim|boy|girl|spy|guard|premier|pope|nurse|suspect|mp)$/;
