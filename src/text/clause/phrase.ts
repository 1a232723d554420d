import { nounPhraseAt, type Behind, type NounPhrase } from './noun-phrase.js';
import { verbGroupAt, type VerbGroup } from './verb-group.js';
import { isTime, TAKES_CLAUSE } from './verb-words.js';
import type { Words } from './word.js';

/** A word that joins or bounds phrases. */
export interface Joint {
  readonly kind:
    | 'preposition'
    | 'subordinator'
    | 'relative'
    | 'and'
    | 'comma'
    | 'dash'
    | 'open'
    | 'close'
    | 'mark'
    | 'stop'
    | 'other';
  readonly first: number;
  readonly last: number;
}

export type Phrase = NounPhrase | VerbGroup | Joint;

/** A sentence as a row of phrases; adverbs are left out, and so are marks round few words. One pass. */
export function phrasesOf(words: Words): Phrase[] {
  const phrases: Phrase[] = [];
  let at = words.first;
  while (at < words.last) {
    const phrase = phraseAt(words, at, phrases.at(-1));
    if (!phrase || phrase === 'skip') at += 1;
    else {
      at = phrase.last;
      if (!absorbs(words, phrases, phrase)) phrases.push(phrase);
    }
  }
  return phrases;
}

/** "criticised the weapons transfer": a bare verb form behind an object is a noun that the tagger took for a verb. */
function absorbs(words: Words, phrases: Phrase[], phrase: Phrase): boolean {
  const noun = phrases.at(-1);
  const verb = phrases.at(-2);
  if (phrase.kind !== 'verb' || noun?.kind !== 'noun' || verb?.kind !== 'verb') return false;
  if ((verb.finite !== 'finite' && verb.finite !== 'past') || isNominal(words, phrase.last)) return false;
  const opens = phrases.at(-3)?.kind;
  if (opens === 'relative' || opens === 'subordinator') return false;
  if (phrase.finite !== 'finite' || phrase.last - phrase.first > 1 || phrase.tense !== 'plain') return false;
  if (TAKES_CLAUSE.has(words.form(verb.main)) || words.tag(noun.head) === 'PRON' || noun.last !== phrase.first)
    return false;
  phrases[phrases.length - 1] = { ...noun, last: phrase.last, head: phrase.main };
  return true;
}

function phraseAt(words: Words, at: number, before: Phrase | undefined): Phrase | 'skip' | undefined {
  const form = words.form(at);
  const tag = words.tag(at);
  const joint = (kind: Joint['kind']): Joint => ({ kind, first: at, last: at + 1 });
  if (words.isMark(at)) {
    if (!words.isSoft(at)) return joint('mark');
    return nounPhraseAt(words, at, behind(before)) ?? 'skip';
  }
  if (form === ',') return joint('comma');
  if (/^[–—-]+$/.test(form)) return joint('dash');
  if (/^[([]$/.test(form)) return joint('open');
  if (/^[)\]]$/.test(form)) return joint('close');
  if (/^[;:.?!…]+$/.test(form)) return joint('stop');
  if (/^(?:who|which|whom)$/.test(form)) return joint('relative');
  if (form === 'that' && before?.kind === 'noun' && tag !== 'DET' && isVerbAhead(words, at + 1))
    return joint('relative');
  if (
    /^(?:when|while|where|why|how|whether|if|because|although|though|whereas|unless|what|whatever|whenever|lest)$/.test(
      form,
    )
  )
    return joint('subordinator');
  if (
    form === 'that' &&
    before?.kind === 'verb' &&
    TAKES_CLAUSE.has(words.form(before.main)) &&
    words.tag(at + 1) !== 'VERB'
  )
    return joint('subordinator');
  // "that residents agreed": before a plural it points at nothing.
  if (form === 'that' && words.tag(at + 1) === 'NOUN' && /[^s]s$/.test(words.form(at + 1)))
    return joint('subordinator');
  // "the ban that parliament imposed": between two noun phrases it opens a clause.
  if (form === 'that' && before?.kind === 'noun' && before.last === at && tag !== 'SCONJ') return joint('subordinator');
  if (tag === 'SCONJ' || (form === 'that' && before?.kind === 'verb' && tag !== 'DET')) return joint('subordinator');
  if (tag === 'CCONJ') {
    const noun = form === 'both' || form === 'either' ? nounPhraseAt(words, at + 1, 'open') : undefined;
    return noun ?? joint('and');
  }
  if (form === 'at' && /^(?:least|most)$/.test(words.form(at + 1)) && words.tag(at + 2) === 'NUM') {
    const noun = nounPhraseAt(words, at + 2, behind(before));
    if (noun) return { ...noun, first: at };
  }
  if (tag === 'ADP') return joint('preposition');
  // "Following the flood, …" at a clause's head
  if (
    form === 'following' &&
    (!before || before.kind === 'comma') &&
    /^(?:DET|NOUN|PROPN|ADJ)$/.test(words.tag(at + 1))
  )
    return joint('preposition');
  if (form === 'there' && before?.kind === 'verb') return 'skip';
  const noun = nounPhraseAt(words, at, behind(before));
  if (noun) return noun;
  if (tag === 'VERB' || tag === 'AUX' || (form === 'to' && /^(?:VERB|AUX|ADV)$/.test(words.tag(at + 1)))) {
    const verb = verbGroupAt(words, at);
    if (verb) return verb;
  }
  if (/^(?:not|never|hardly|barely|scarcely|rarely|seldom|nearly|almost)$/.test(form)) {
    const verb = verbGroupAt(words, at);
    if (verb?.parts.includes(at) === true && verb.finite !== 'bare') return verb;
  }
  return tag === 'ADV' || tag === 'PART' || tag === 'INTJ' ? 'skip' : joint('other');
}

function behind(before: Phrase | undefined): Behind {
  if (before?.kind === 'preposition') return 'preposition';
  return !before || before.kind === 'verb' || before.kind === 'subordinator' || before.kind === 'mark'
    ? 'open'
    : 'closed';
}

function isNominal({ tag }: Words, at: number): boolean {
  return /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(tag(at));
}

function isVerbAhead(words: Words, at: number): boolean {
  let next = at;
  while (words.tag(next) === 'ADV' || words.form(next) === 'not') next += 1;
  return words.tag(next) === 'VERB' || words.tag(next) === 'AUX';
}

/** "on Monday", "last week": tells when. */
export function isTimePhrase(words: Words, { head }: NounPhrase): boolean {
  return isTime(words.form(head)) || (words.tag(head) === 'NUM' && /^(?:1[0-9]|20)\d\d$/.test(words.form(head)));
}
