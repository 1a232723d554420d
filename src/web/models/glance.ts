import { FEWEST_SENTENCES_FOR_TONE } from '../../compare/tone.js';
import type { Comparison } from '../../compare/schema/comparison.js';
import type { ComparedDocument } from '../../compare/schema/document.js';
import type { DeviceId } from '../../devices/lexicon/entry.js';
import { counted, listed, signed } from '../prose.js';
import type { Switches } from '../query.js';
import { badgeOf, type Badge } from './firmness.js';
import { DEVICE_LETTERS, DEVICE_NAMES } from './legend.js';
import { sourceLine, type SourceLine } from './source.js';

/** Rates from fewer words than this are drawn hollow: one mark more or less moves them by one in a hundred. */
const FEW_WORDS = 100;
const BAR_WIDTH = 200;
const TONE_WIDTH = 120;

export interface BarSegment {
  readonly device: DeviceId;
  readonly x: number;
  readonly width: number;
  /** The device's letter, where the piece is wide enough to hold it. */
  readonly letter: string;
  readonly middle: number;
}

export interface Bar {
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  readonly width: number;
  readonly segments: readonly BarSegment[];
  readonly hollow: boolean;
}

export interface ToneDial {
  readonly id: string;
  readonly title: string;
  readonly width: number;
  readonly x: number;
  /** From −1 to +1, with a tick at either end and at 0. */
  readonly axis: string;
  readonly score: string;
  readonly counts: string;
}

export interface GlanceRow {
  readonly source: SourceLine;
  readonly covered: boolean;
  readonly sentences: number;
  /** "sentence" or "sentences" */
  readonly noun: string;
  readonly rate: string;
  readonly counts: string;
  readonly bar: Bar | null;
  readonly tone: ToneDial | null;
  /** Whether the tone hangs on one term or sentence. */
  readonly firm: Badge | null;
  /** Instead of a score. */
  readonly toneless: string;
  readonly miss: string;
}

export function glanceOf(comparison: Comparison, switches: Switches): GlanceRow[] {
  const counting = switches.devices.filter((id) => id !== 'sentiment');
  const rates = comparison.documents.map((document) => totalRate(document, counting, switches));
  const most = Math.max(1, ...rates);
  return comparison.documents.map((document) => glanceRow(document, counting, switches, most));
}

export function markCount(
  { counts }: Pick<ComparedDocument, 'counts'>,
  device: DeviceId,
  voice: Switches['voice'],
): number {
  return counts.marks[device][voice];
}

function rateOf(document: ComparedDocument, device: DeviceId, { voice }: Switches): number {
  return document.counts.words === 0 ? 0 : (markCount(document, device, voice) / document.counts.words) * 100;
}

function totalRate(document: ComparedDocument, devices: readonly DeviceId[], switches: Switches): number {
  return devices.reduce((sum, device) => sum + rateOf(document, device, switches), 0);
}

function glanceRow(
  document: ComparedDocument,
  devices: readonly DeviceId[],
  switches: Switches,
  most: number,
): GlanceRow {
  const { id, short, counts, coverage, nearestMiss } = document;
  const shown = devices
    .map((device) => ({
      device,
      marks: markCount(document, device, switches.voice),
      rate: rateOf(document, device, switches),
    }))
    .filter(({ marks }) => marks > 0);
  const rate = totalRate(document, devices, switches);
  const covered = coverage === 'covered';
  const inLetters = shown.map(({ device, marks }) => `${marks} ${DEVICE_LETTERS.get(device) ?? ''}`).join(' · ');
  return {
    source: sourceLine(document),
    covered,
    sentences: counts.sentences,
    noun: counts.sentences === 1 ? 'sentence' : 'sentences',
    rate: rate.toFixed(1),
    counts: shown.length === 0 ? `none in ${counts.words} words` : `${inLetters} in ${counts.words} words`,
    bar: covered
      ? {
          id: `bar-${id}`,
          title: `${short}: ${rate.toFixed(1)} marks per 100 words`,
          desc:
            shown.length === 0
              ? 'No marks.'
              : `${listed(shown.map(({ device, marks }) => `${DEVICE_NAMES.get(device) ?? device} ${marks}`))}, in ${counted(counts.words, 'word')}.`,
          width: BAR_WIDTH,
          segments: segmentsOf(shown, most),
          hollow: counts.words < FEW_WORDS,
        }
      : null,
    tone: covered ? toneDial(document, switches) : null,
    firm: covered ? toneBadge(document) : null,
    toneless: covered ? toneless(document, switches) : '',
    miss: nearestMiss ? 'nearest miss' : 'nothing near',
  };
}

function segmentsOf(shown: readonly { device: DeviceId; rate: number }[], most: number): BarSegment[] {
  let x = 0;
  return shown.map(({ device, rate }) => {
    const width = round((rate / most) * BAR_WIDTH);
    const segment = {
      device,
      x: round(x + 0.5),
      width: round(Math.max(1, width - 1)),
      letter: width >= 13 ? (DEVICE_LETTERS.get(device) ?? '') : '',
      middle: round(x + (width - 1) / 2),
    };
    x += width;
    return segment;
  });
}

function toneless({ counts, tone }: ComparedDocument, { voice }: Switches): string {
  const scored = (voice === 'author' ? tone.score : tone.withQuoted) !== null;
  return scored
    ? `no tone words in ${counted(counts.sentences, 'sentence')}`
    : `too few sentences to score (${counts.sentences} of ${FEWEST_SENTENCES_FOR_TONE})`;
}

function toneDial(document: ComparedDocument, { voice }: Switches): ToneDial | null {
  const { id, short, tone } = document;
  const score = voice === 'author' ? tone.score : tone.withQuoted;
  const words = markCount(document, 'sentiment', voice);
  if (score === null || words === 0) return null;
  const counts = `${counted(words, 'tone word')} in ${counted(tone.sentences, 'sentence')}`;
  return {
    id: `tone-${id}`,
    title: `${short}: tone ${signed(score)} on a scale from −1 to +1, ${counts}`,
    width: TONE_WIDTH,
    x: round(((score + 1) / 2) * TONE_WIDTH),
    axis: `M0 8H${TONE_WIDTH}M${TONE_WIDTH / 2} 3v10M.5 5v6M${TONE_WIDTH - 0.5} 5v6`,
    score: signed(score),
    counts,
  };
}

function toneBadge({ id, fragility }: ComparedDocument): Badge | null {
  const tone = fragility.find(({ score }) => score === 'tone');
  return tone && tone.verdict !== 'too-few' ? badgeOf(id, tone) : null;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
