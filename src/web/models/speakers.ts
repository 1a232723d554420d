import type { Comparison } from '../../compare/schema/comparison.js';
import type { ComparedDocument } from '../../compare/schema/document.js';
import type { Stance } from '../../devices/lexicon/entry.js';
import { documentHref } from './source.js';

/** What each stance of a reporting word does to the words it reports. */
export const STANCE_WORDS: Record<Stance, string> = {
  neutral: 'leaves it open',
  assertive: 'adds force',
  truth: 'vouches for it',
  doubt: 'casts doubt',
  fault: 'takes a fault as given',
  hostile: 'tells it as an attack',
  private: 'tells a thought',
};

export interface SpeakerRow {
  readonly source: string;
  readonly href: string;
  readonly speakers: readonly {
    readonly speaker: string;
    readonly named: boolean;
    readonly cues: readonly {
      readonly cue: string;
      readonly stance: string;
      readonly neutral: boolean;
      readonly href: string;
    }[];
  }[];
}

export function speakersOf({ documents }: Comparison): SpeakerRow[] {
  return documents.filter(({ coverage }) => coverage === 'covered').map(speakerRow);
}

function speakerRow({ id, short, speakers, passages }: ComparedDocument): SpeakerRow {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const place = (cue: number): number | undefined =>
    sentences.find(({ start, end }) => start <= cue && cue < end)?.start;
  return {
    source: short,
    href: documentHref(id),
    speakers: speakers.map(({ speaker, cues }) => ({
      speaker: speaker ?? 'nobody named',
      named: speaker !== null,
      cues: cues.map(({ cue, stance, start }) => ({
        cue,
        stance: STANCE_WORDS[stance],
        neutral: stance === 'neutral',
        href: documentHref(id, place(start)),
      })),
    })),
  };
}

/** "Aze.Media gives none of 3 sentences to others, News.Az 1 of 1" */
export function claimsLine({ documents }: Comparison): string {
  const told = documents
    .filter(({ coverage }) => coverage === 'covered')
    .map(({ short, claims: { own, given } }) => `${short} ${given === 0 ? 'none' : given} of ${own + given}`);
  return told.length === 0 ? '' : `sentences given to others: ${told.join(', ')}`;
}
