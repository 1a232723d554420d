import type { ComparedDocument } from '../../../compare/schema/document.js';
import { counted, listed, quotedWord } from '../../prose.js';
import { documentHref } from '../source.js';
import { isName, type StandOut } from './piece.js';

/** Who hands the matter to a speaker, and who tells it without one. */
export function voicesDiffer(covering: readonly ComparedDocument[]): StandOut | undefined {
  const giving = covering.filter(({ speakers }) => speakers.length > 0);
  const own = covering.filter(({ speakers }) => speakers.length === 0);
  const most = [...giving].sort((a, b) => cuesOf(b) - cuesOf(a))[0];
  if (!most)
    return covering.length > 1
      ? [
          { text: 'No source gives it to a speaker:', strong: true },
          { text: ' all tell it in their own voice. ' },
          { text: 'Who is quoted', href: '#speakers' },
        ]
      : undefined;
  const evidence = { text: 'Who is quoted', href: '#speakers' };
  if (own.length > 0) {
    const givers = giving.map(
      (document, at) => `${document.short} ${at === 0 ? 'gives words ' : ''}to ${speakersNamed(document)}`,
    );
    const [tell, their] = own.length === 1 ? ['tells', 'its'] : ['tell', 'their'];
    return [
      { text: `${listed(givers)};`, strong: true },
      { text: ` ${listed(own.map(({ short }) => short))} ${tell} it in ${their} own voice. ` },
      evidence,
    ];
  }
  if (giving.length < 2) return undefined;
  return [
    { text: `${most.short} gives words to speakers most often,`, strong: true },
    {
      text: ` ${counted(cuesOf(most), 'time')} in ${counted(most.counts.sentences, 'sentence')}, to ${speakersNamed(most)}. `,
    },
    evidence,
  ];
}

function cuesOf({ speakers }: ComparedDocument): number {
  return speakers.reduce((sum, { cues }) => sum + cues.length, 0);
}

function speakersNamed({ speakers }: ComparedDocument): string {
  const named = speakers.flatMap(({ speaker }) => (speaker && isName(speaker) ? [speaker] : []));
  if (named.length === 0) return 'others';
  return named.length > 2 ? `${named.slice(0, 2).join(', ')} and others` : listed(named);
}

/** Reporting words that doubt what they report. */
export function doubtsCast(covering: readonly ComparedDocument[]): StandOut | undefined {
  const [doubting] = covering
    .map(({ id, short, speakers, passages }) =>
      speakers.flatMap(({ speaker, cues }) =>
        cues
          .filter(({ stance }) => stance === 'doubt')
          .map(({ cue, start }) => ({ id, short, speaker, cue, start: sentenceStart(passages, start) })),
      ),
    )
    .sort((a, b) => b.length - a.length);
  const first = doubting?.[0];
  if (!doubting || !first) return undefined;
  const others = doubting.length > 1 ? ` and ${counted(doubting.length - 1, 'other reporting word')} of the kind` : '';
  const whose = first.speaker && isName(first.speaker) ? `the words of ${first.speaker}` : 'what it reports';
  return [
    { text: `${first.short} casts doubt on ${whose}:`, strong: true },
    { text: ` ${quotedWord(first.cue)}${others}. ` },
    { text: 'In place', href: documentHref(first.id, first.start) },
  ];
}

function sentenceStart(passages: ComparedDocument['passages'], place: number): number | undefined {
  return passages.flatMap(({ sentences }) => sentences).find(({ start, end }) => start <= place && place < end)?.start;
}
