import type { ComparedDocument, ComparedFinding, Comparison } from '../../compare/schema.js';
import { capital, counted, inSentence, inWords, listed, quotedWord } from '../prose.js';
import { documentHref } from './source.js';

/** A piece of a plain sentence: some of it stressed, some of it leading to its evidence. */
export interface Piece {
  readonly text: string;
  readonly strong?: boolean | undefined;
  readonly href?: string | undefined;
}

export type StandOut = readonly Piece[];

const MOST_SENTENCES = 4;
const MOST_EXAMPLES = 3;

/**
 * What a reader would see first, told from the data: who speaks of it, what they call it, in whose voice, with which
 * reserve, how charged. It names devices and counts; it judges no source.
 */
export function standOut(comparison: Comparison): StandOut[] {
  const covering = comparison.documents.filter(({ coverage }) => coverage === 'covered');
  const silent = comparison.documents.filter(({ coverage }) => coverage === 'silent');
  if (covering.length === 0)
    return [
      [
        { text: 'No document speaks of this.', strong: true },
        { text: ' ' },
        { text: 'What was looked for', href: '#silence' },
      ],
    ];
  const told = [
    namesDiffer(covering),
    voicesDiffer(covering),
    doubtsCast(covering),
    loadDiffers(covering),
    scareQuotes(covering),
  ].filter((each) => each !== undefined);
  return [...told.slice(0, MOST_SENTENCES - 1), coverageOf(covering, silent)];
}

function coverageOf(covering: readonly ComparedDocument[], silent: readonly ComparedDocument[]): StandOut {
  const all = covering.length + silent.length;
  const longest = [...covering].sort((a, b) => b.counts.sentences - a.counts.sentences)[0];
  const length =
    longest && covering.length > 1
      ? ` ${longest.short} says most of it, in ${counted(longest.counts.sentences, 'sentence')}. `
      : ' ';
  if (silent.length === 0)
    return [
      { text: `All ${inWords(all)} documents speak of it.`, strong: true },
      { text: length },
      { text: 'At a glance', href: '#glance' },
    ];
  const verb = silent.length === 1 ? 'is' : 'are';
  return [
    { text: `${listed(silent.map(({ short }) => short))} ${verb} silent.`, strong: true },
    { text: length },
    { text: 'What was looked for', href: '#silence' },
  ];
}

/** The referent with the most labels, one of them contested. */
function namesDiffer(covering: readonly ComparedDocument[]): StandOut | undefined {
  const byReferent = new Map<
    string,
    { name: string; contested: boolean; labels: Set<string>; uses: { short: string; labels: string[] }[] }
  >();
  for (const { short, labels } of covering) {
    for (const { referent, name, uses } of labels) {
      const known = byReferent.get(referent) ?? { name, contested: false, labels: new Set(), uses: [] };
      byReferent.set(referent, known);
      known.contested ||= uses.some((use) => use.contested);
      for (const { label } of uses) known.labels.add(label);
      known.uses.push({ short, labels: uses.map(({ label }) => quotedWord(label)) });
    }
  }
  const best = [...byReferent.values()]
    .filter(({ contested, labels, uses }) => contested && labels.size > 1 && uses.length > 1)
    .sort((a, b) => b.uses.length - a.uses.length || b.labels.size - a.labels.size)[0];
  if (!best) return undefined;
  const uses = best.uses.map(({ short, labels }) => `${short} ${listed(labels.slice(0, MOST_EXAMPLES))}`);
  return [
    { text: `${capital(inWords(best.labels.size))} names for ${inSentence(best.name)}:`, strong: true },
    { text: ` ${listed(uses)}. ` },
    { text: 'Names', href: '#names' },
  ];
}

/** Who hands the matter to a speaker, and who tells it without one. */
function voicesDiffer(covering: readonly ComparedDocument[]): StandOut | undefined {
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

/** A headline sentence names only who is surely a speaker: "course" and "It" are not, whatever verb follows them. */
function isName(speaker: string): boolean {
  const initial = speaker.charAt(0);
  return initial !== initial.toLowerCase() && !['It', 'He', 'She', 'They', 'We', 'I'].includes(speaker);
}

/** Reporting words that doubt what they report. */
function doubtsCast(covering: readonly ComparedDocument[]): StandOut | undefined {
  const doubting = covering.flatMap(({ id, short, speakers, passages }) =>
    speakers.flatMap(({ speaker, cues }) =>
      cues
        .filter(({ stance }) => stance === 'doubt')
        .map(({ cue, start }) => ({ id, short, speaker, cue, start: sentenceStart(passages, start) })),
    ),
  );
  const first = doubting[0];
  if (!first) return undefined;
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

function loadDiffers(covering: readonly ComparedDocument[]): StandOut | undefined {
  const loaded = covering.map(({ short, counts, passages }) => ({
    short,
    words: counts.words,
    marks: counts.marks['loaded-terms'].author,
    findings: findingsOf(passages, 'loaded-terms'),
  }));
  const most = [...loaded].sort((a, b) => b.marks - a.marks)[0];
  if (!most || most.marks < 2) return undefined;
  const examples = [
    ...new Set(most.findings.filter(({ voice }) => voice === 'author').map(({ text }) => quotedWord(text))),
  ].slice(0, MOST_EXAMPLES);
  const rest = loaded
    .filter((each) => each !== most)
    .map(({ short, marks, words }) => `${short} ${marks === 0 ? 'none' : String(marks)} in ${words}`);
  return [
    { text: `${most.short} uses most loaded terms in its own voice,`, strong: true },
    {
      text: ` ${most.marks} in ${counted(most.words, 'word')}, such as ${listed(examples)}${rest.length > 0 ? `; ${listed(rest)}` : ''}. `,
    },
    { text: 'At a glance', href: '#glance' },
  ];
}

function scareQuotes(covering: readonly ComparedDocument[]): StandOut | undefined {
  const users = covering
    .map(({ short, passages }) => ({
      short,
      quotes: findingsOf(passages, 'distancing').filter(({ category }) => category === 'scare-quotes'),
    }))
    .filter(({ quotes }) => quotes.length > 0);
  if (users.length === 0) return undefined;
  const told = users.map(
    ({ short, quotes }) =>
      `${short} round ${listed([...new Set(quotes.map(({ text }) => bare(text)))].slice(0, MOST_EXAMPLES))}`,
  );
  return [
    { text: 'Words held at a distance by quotation marks:', strong: true },
    { text: ` ${listed(told)}. ` },
    { text: 'The passages', href: '#passages' },
  ];
}

function findingsOf(passages: ComparedDocument['passages'], device: ComparedFinding['device']): ComparedFinding[] {
  return passages.flatMap(({ sentences }) =>
    sentences.flatMap(({ findings }) => findings.filter((finding) => finding.device === device)),
  );
}

/** A quoted word without the marks and the comma inside them, in one kind of marks. */
function bare(text: string): string {
  const inner = text.slice(1, -1);
  return quotedWord([',', '.', ';'].includes(inner.slice(-1)) ? inner.slice(0, -1) : inner);
}
