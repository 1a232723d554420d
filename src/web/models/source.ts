import type { ComparedDocument } from '../../compare/schema/document.js';
import type { Document } from '../../corpus/corpus.js';
import { newsDate } from '../prose.js';

/** What is known of a source, in words; what no text states is said to be not stated. */
export interface SourceLine {
  readonly id: string;
  readonly short: string;
  readonly href: string;
  /** "Zaur Nurmamedov", or "author not stated". */
  readonly author: string;
  readonly authorStated: boolean;
  /** "16 November 2023", or "not stated". */
  readonly date: string;
  readonly dateStated: boolean;
  /** The latest time that an undated text speaks of. */
  readonly latest: string;
}

type Described = Pick<ComparedDocument, 'id' | 'short' | 'author' | 'date'> & {
  readonly latest?: Document['latest'] | null;
};

export function sourceLine({ id, short, author, date, latest }: Described): SourceLine {
  return {
    id,
    short,
    href: documentHref(id),
    author: author === 'unknown' ? 'author not stated' : author.is,
    authorStated: author !== 'unknown',
    date: date === 'unknown' ? 'not stated' : newsDate(date.is),
    dateStated: date !== 'unknown',
    latest: date === 'unknown' && latest ? `speaks of ${latest.mentions}` : '',
  };
}

export function documentHref(id: string, start?: number): string {
  return `/documents/${encodeURIComponent(id)}${start === undefined ? '' : `#s-${start}`}`;
}

export function topicHref(id: string): string {
  return `/topics/${encodeURIComponent(id)}`;
}

/** Entry ids of names hold a "/" between referent and label, which stays. */
export function termHref(device: string, entry: string): string {
  return `/terms/${device}/${entry.split('/').map(encodeURIComponent).join('/')}`;
}
