import type { ComparedDocument } from '../../../compare/schema/document.js';
import { counted, listed, quotedWord } from '../../prose.js';
import { documentHref } from '../source.js';
import { isName, leads, MOST_EXAMPLES, type Piece, type StandOut } from './piece.js';

/** Who hands the matter to a speaker, and who tells it without one. */
export function voicesDiffer(covering: readonly ComparedDocument[]): StandOut | undefined {
  const giving = covering.filter(({ speakers }) => speakers.length > 0);
  const own = covering.filter(({ speakers, claims }) => speakers.length === 0 && claims.given === 0);
  const evidence = { text: 'Who is quoted', href: '#speakers' };
  const isShort = own.some(({ counts }) => counts.sentences < FEWEST_SENTENCES);
  if (own.length === covering.length && own.length > 1 && !isShort)
    return [
      { text: 'No source gives it to a speaker:', strong: true },
      { text: ' all tell it in their own voice. ' },
      evidence,
    ];
  if (own.length > 0 && giving.length > 0 && !isShort) {
    const givers = giving.map(
      (document, at) => `${document.short}${at === 0 ? ' gives words' : ''}${to(document) || ' to speakers'}`,
    );
    const [tell, their] = own.length === 1 ? ['tells', 'its'] : ['tell', 'their'];
    return [
      { text: `${listed(givers)};`, strong: true },
      { text: ` ${listed(own.map(({ short }) => short))} ${tell} it in ${their} own voice. ` },
      evidence,
    ];
  }
  const [most, next] = [...giving].sort((a, b) => cuesOf(b) - cuesOf(a));
  if (!most || !next || !leads(cuesOf(most), cuesOf(next))) return undefined;
  return [
    { text: `${most.short} gives words to speakers most often,`, strong: true },
    {
      text: ` ${counted(cuesOf(most), 'time')} in ${counted(most.counts.sentences, 'sentence')}${to(most) && `,${to(most)}`}; ${next.short} ${counted(cuesOf(next), 'time')} in ${next.counts.sentences}. `,
    },
    evidence,
  ];
}

/** Of one or two sentences on a topic nobody can say whose voice an article gives it to. */
const FEWEST_SENTENCES = 3;

function cuesOf({ speakers }: ComparedDocument): number {
  return speakers.reduce((sum, { cues }) => sum + cues.length, 0);
}

/** " to" those who speak most often and have a name; nothing where none has. */
function to({ speakers }: ComparedDocument): string {
  const told = [...speakers].sort((a, b) => b.cues.length - a.cues.length);
  const all = told.flatMap(({ speaker }) => (speaker && isName(speaker) ? [speaker] : []));
  // "Residents of Leeds" and "furious residents of Leeds" are one.
  const named = all.filter((each) => !all.some((other) => other !== each && each.includes(other))).slice(0, MOST_NAMED);
  if (named.length === 0) return '';
  return ` to ${named.length < speakers.length ? `${named.join(', ')} and others` : listed(named)}`;
}

const MOST_NAMED = 2;

/** Reporting words that doubt what they report. */
export function doubtsCast(covering: readonly ComparedDocument[]): StandOut | undefined {
  const doubting = covering
    .map(({ id, short, speakers, passages }) => ({
      id,
      short,
      doubts: speakers.flatMap(({ speaker, cues }) =>
        cues
          .filter(({ stance }) => stance === 'doubt')
          .map(({ cue, start }) => ({ speaker, cue, start: sentenceStart(passages, start) })),
      ),
    }))
    .filter(({ doubts }) => doubts.length > 0)
    .sort((a, b) => b.doubts.length - a.doubts.length)
    .slice(0, MOST_EXAMPLES);
  if (doubting.length === 0) return undefined;
  return doubting.flatMap(({ id, short, doubts }, at): Piece[] => {
    const [first] = doubts;
    if (!first) return [];
    const others = doubts.length > 1 ? ` and ${counted(doubts.length - 1, 'other reporting word')} of the kind` : '';
    const whose = first.speaker && isName(first.speaker) ? `the words of ${first.speaker}` : 'what it reports';
    return [
      { text: `${short} ${at === 0 ? 'casts' : 'also casts'} doubt on ${whose}:`, strong: true },
      { text: ` ${quotedWord(first.cue)}${others}. ` },
      { text: at === 0 ? 'In place' : 'In place there', href: documentHref(id, first.start) },
      ...(at < doubting.length - 1 ? [{ text: ' ' }] : []),
    ];
  });
}

function sentenceStart(passages: ComparedDocument['passages'], place: number): number | undefined {
  return passages.flatMap(({ sentences }) => sentences).find(({ start, end }) => start <= place && place < end)?.start;
}
