import type { Analysis } from '../devices/analysis.js';
import type { Names } from '../devices/referent.js';
import { clausesIn, type Clause } from '../text/clause.js';
import { spanOf, type Reading, type Sentence } from '../text/reading.js';
import { voiceByToken } from '../text/voice.js';
import { openParties, type PartyFinder } from './ledger/party.js';
import type { Deed, Ledger, Party } from './schema/deed.js';

/**
 * Who does what to whom in some of a document's sentences (Fowler 1991; van Dijk 1998): deeds of or upon referents of
 * the corpus, and every deed that names no doer. A deed of several ("France and the US") is one deed each. What a sentence
 * only asks, supposes or denies of everyone is none; a modal stays in the verb ("may impose").
 */
export function ledgerOf(analysis: Analysis, indices: readonly number[], names: Names): Ledger {
  const { reading, voices, speech } = analysis;
  if (indices.length === 0) return { deeds: [], actors: [], blanks: 0, reviews: 0 };
  const parties = openParties(analysis, names);
  const voiceOf = voiceByToken(voices, reading.tokens.start.length);
  const cues = new Set(speech.map(({ cue }) => cue.first));
  const deeds = indices.flatMap((index) => {
    const sentence = reading.sentences[index];
    if (!sentence) return [];
    return clausesIn(reading, sentence).clauses.flatMap((clause) =>
      !clause.stated || isSpeechAlone(clause, cues)
        ? []
        : deedsOf(reading, sentence, clause, parties).map((deed) => ({
            ...deed,
            voice: voiceOf[clause.main]?.kind ?? ('author' as const),
          })),
    );
  });
  const kept = deeds.filter(
    ({ form, actor, target }) =>
      form === 'agentless' || form === 'intransitive' || namesReferent(actor) || namesReferent(target),
  );
  return {
    deeds: kept,
    actors: totalsOf(kept, names),
    blanks: kept.filter(({ form }) => form === 'agentless' || form === 'intransitive').length,
    reviews: kept.filter(({ needsReview }) => needsReview).length,
  };
}

/** Who says a thing is told among the speakers; here only words done to someone count ("accused the council"). */
function isSpeechAlone({ parts, undergoers }: Clause, cues: ReadonlySet<number>): boolean {
  return undergoers.length === 0 && parts.some((part) => cues.has(part));
}

function deedsOf(reading: Reading, sentence: Sentence, clause: Clause, parties: PartyFinder): Omit<Deed, 'voice'>[] {
  const doers = clause.doers.map((noun) => parties(noun));
  const undergoers = clause.undergoers.map((noun) => parties(noun));
  const { start, end } = spanOf(reading.tokens, clause.first, clause.last);
  const open = !clause.certain || [...doers, ...undergoers].some(({ certain }) => !certain);
  const deed = {
    verb: wordsAt(reading, clause.parts),
    start,
    end,
    text: reading.text.slice(start, end),
    sentence: sentence.start,
  };
  return orNobody(doers).flatMap((actor) =>
    orNobody(undergoers).map((target) => ({
      ...deed,
      form: clause.form,
      actor: actor?.party ?? null,
      target: target?.party ?? null,
      needsReview: open,
    })),
  );
}

/** Words that need not stand side by side, with a space where the text has one or leaves a word out. */
function wordsAt({ text, tokens }: Reading, parts: readonly number[]): string {
  return parts
    .map((token, at) => {
      const { start, end } = spanOf(tokens, token, token + 1);
      const glued = at > 0 && parts[at - 1] === token - 1 && spanOf(tokens, token - 1, token).end === start;
      return `${at === 0 || glued ? '' : ' '}${text.slice(start, end)}`;
    })
    .join('');
}

function orNobody<T>(found: readonly T[]): readonly (T | undefined)[] {
  return found.length > 0 ? found : [undefined];
}

function namesReferent(party: Party | null): boolean {
  return party !== null && party.referent !== null;
}

/** By how often they act or are acted upon, then in the order of the names. */
function totalsOf(deeds: readonly Deed[], names: Names): Ledger['actors'] {
  const acts = new Map<string, number>();
  const actedUpon = new Map<string, number>();
  const count = (counts: Map<string, number>, party: Party | null): void => {
    if (party !== null && party.referent !== null) counts.set(party.referent, (counts.get(party.referent) ?? 0) + 1);
  };
  for (const { actor, target } of deeds) {
    count(acts, actor);
    count(actedUpon, target);
  }
  return names.referents
    .filter(({ id }) => acts.has(id) || actedUpon.has(id))
    .map(({ id, name }) => ({ referent: id, name, acts: acts.get(id) ?? 0, actedUpon: actedUpon.get(id) ?? 0 }))
    .sort((a, b) => b.acts + b.actedUpon - (a.acts + a.actedUpon));
}
