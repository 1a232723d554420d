import { countsForAuthor, isCounted } from '../../compare/disputes.js';
import type { ComparedFinding } from '../../compare/schema/document.js';
import { DEVICES } from '../../devices/index.js';
import type { DeviceId } from '../../devices/lexicon/entry.js';
import type { Work } from '../../devices/lexicon/entry.js';
import type { Names } from '../../devices/referent.js';
import type { Mark } from '../highlight.js';
import { capital, counted, inSentence, listed, plainId, possessive } from '../prose.js';
import type { Switches } from '../query.js';
import { termHref } from './source.js';

/** The reason for a mark, as it stands under its text. */
export interface Note {
  readonly code: string;
  readonly device: DeviceId;
  readonly words: string;
  readonly kind: string;
  readonly href: string;
  readonly why: string;
  /** What this very place adds. */
  readonly here: string;
  readonly plainer: string;
  readonly source: string;
  readonly sourceHref: string;
  readonly voice: string;
  readonly aside: boolean;
  readonly times: string;
  /** A reader's objection, and whether the mark is counted all the same; empty without one. */
  readonly disputed: string;
  /** Where to dispute it; empty where nothing can be changed. */
  readonly disputeHref: string;
}

export interface Numbered {
  readonly marks: readonly Mark[];
  readonly notes: readonly Note[];
}

const BY_ID = new Map(DEVICES.map((device) => [device.id, device]));
const LONGEST_WORDS = 60;

/**
 * Numbers the marks of one page, a series a device, so that switching one off leaves the codes of the others.
 * Each call is one passage; marks in it that have the same reason share a note.
 */
export function numbering(
  switches: Switches,
  works: ReadonlyMap<string, Work>,
  names: Names,
): (findings: readonly ComparedFinding[], hrefOf?: DisputeHref) => Numbered {
  const used = new Map<DeviceId, number>();
  return (findings, hrefOf = () => '') => {
    const shared = new Map<string, { finding: ComparedFinding; code: string; times: number }>();
    const marks: Mark[] = [];
    for (const finding of findings) {
      const { device, entry, voice, speaker, note, start, end, disputed } = finding;
      const key = JSON.stringify([
        device,
        entry,
        voice,
        speaker,
        note,
        disputed,
        entry === 'scare-quotes' && finding.text,
      ]);
      let known = shared.get(key);
      const first = !known;
      if (!known) {
        const number = (used.get(device) ?? 0) + 1;
        used.set(device, number);
        known = { finding, code: `${BY_ID.get(device)?.letter ?? ''}${number}`, times: 0 };
        shared.set(key, known);
      }
      known.times += 1;
      if (switches.devices.includes(device))
        marks.push({
          device,
          start,
          end,
          code: known.code,
          label: BY_ID.get(device)?.name,
          first,
          aside: isAside(finding, switches),
          disputed: disputed !== null,
        });
    }
    const shown = [...shared.values()].filter(({ finding }) => switches.devices.includes(finding.device));
    return {
      marks,
      notes: shown.map(({ finding, code, times }) => ({
        ...noteOf(finding, code, times, isAside(finding, switches), works, names),
        disputeHref: hrefOf(finding),
      })),
    };
  };
}

/** Where a mark's reason leads a reader who objects to it. */
export type DisputeHref = (finding: ComparedFinding) => string;

/** "It is the law’s own word. Not counted." */
export function disputedInWords({ note, counts }: NonNullable<ComparedFinding['disputed']>): string {
  const said = note === '' ? '' : `${capital(note)}${/[.!?]$/.test(note) ? '' : '.'} `;
  return `${said}${counts ? 'Counted all the same' : 'Not counted'}.`;
}

function isAside(finding: ComparedFinding, { voice }: Switches): boolean {
  return voice === 'author' ? !countsForAuthor(finding) : !isCounted(finding);
}

function noteOf(
  finding: ComparedFinding,
  code: string,
  times: number,
  aside: boolean,
  works: ReadonlyMap<string, Work>,
  names: Names,
): Omit<Note, 'disputeHref'> {
  const { device, entry, text, why, note, neutral, source, disputed } = finding;
  const words = text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS).trimEnd()} …` : text;
  return {
    code,
    device,
    words: words.replaceAll('\n', ' '),
    kind: kindOf(finding, names),
    href: termHref(device, entry),
    why,
    here: note ?? '',
    plainer: listed(neutral, 'or'),
    source: shortCitation(works, source),
    sourceHref: workHref(source),
    voice: capital(voiceInWords(finding) + (aside && isCounted(finding) ? ', not counted' : '')),
    aside,
    times: times > 1 ? counted(times, 'time') : '',
    disputed: disputed ? disputedInWords(disputed) : '',
  };
}

function kindOf({ device, category }: ComparedFinding, names: Names): string {
  if (device === 'naming')
    return `name for ${inSentence(names.referents.find(({ id }) => id === category)?.name ?? category)}`;
  if (device === 'sentiment') return `${category} tone`;
  return plainId(category);
}

/** "in Aliyev’s reported words"; empty for the author's own. */
export function voiceInWords({
  voice,
  speaker,
  device,
}: Pick<ComparedFinding, 'voice' | 'speaker' | 'device'>): string {
  if (voice === 'author' || (voice === 'scare' && device === 'distancing')) return '';
  if (voice === 'scare') return 'in scare quotes';
  if (!speaker) return `in ${voice} words, no speaker named`;
  return speaker.split(' ').length <= 3
    ? `in ${possessive(speaker)} ${voice} words`
    : `in ${voice} words of ${speaker}`;
}

/** "Bhatia 2005, labels of armed actors" */
export function shortCitation(works: ReadonlyMap<string, Work>, source: string): string {
  const comma = source.indexOf(',');
  const key = comma < 0 ? source : source.slice(0, comma);
  if (key === 'usage') return 'our judgement of usage';
  const work = works.get(key)?.work ?? key;
  const year = work.split(' ').findIndex((word) => /^(?:19|20)\d\d[,;]?$/.test(word));
  const named =
    year < 0
      ? work
      : work
          .split(' ')
          .slice(0, year + 1)
          .join(' ')
          .replace(/[,;]$/, '');
  return comma < 0 ? named : `${named}, ${source.slice(comma + 1).trim()}`;
}

export function workHref(source: string): string {
  return `/method#work-${source.split(',')[0] ?? ''}`;
}
