import type { Absence } from '../../compare/schema/place.js';
import { listed, quotedWord } from '../prose.js';
import { documentHref } from './source.js';

/** An empty cell, and what a reader can check it by. */
export interface AbsenceView {
  readonly words: string;
  readonly searched: string;
  readonly nearest: { readonly text: string; readonly href: string; readonly shared: string } | null;
}

const WORDS: Record<Absence['reason'], string> = {
  silent: 'silent on the topic',
  'before-event': 'published before the event',
  'not-said': 'nothing on this',
  near: 'something near it, matched elsewhere or in too little',
};

export function absenceView({ reason, searched, nearest }: Omit<Absence, 'document'>, document: string): AbsenceView {
  return {
    words: WORDS[reason],
    searched: listed(searched.map(quotedWord), 'or'),
    nearest: nearest && {
      text: nearest.text.replaceAll('\n', ' '),
      href: documentHref(document, nearest.start),
      shared: listed(nearest.shared.map(quotedWord)),
    },
  };
}
