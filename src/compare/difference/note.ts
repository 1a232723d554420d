import type { Finding, LabelUse } from '../../devices/analysis.js';
import { DEVICE_IDS, type DeviceId, type Direction, type Entry, type Stance } from '../../devices/lexicon/entry.js';
import { isScareQuotes } from './unit.js';

/** What is marked in one side of a slot. */
export interface Marked {
  readonly findings: readonly Finding[];
  readonly labels: readonly LabelUse[];
  readonly words: number;
  readonly text: (finding: Finding) => string;
}

/** Devices marked in a slot on either side and not alike on both, in the order of devices. */
export function devicesOf(from: Marked, to: Marked): DeviceId[] {
  const devices = new Set([...onlyIn(from, to), ...onlyIn(to, from)].map(({ device }) => device));
  return DEVICE_IDS.filter((id) => devices.has(id));
}

/** A slot's note is read beside its words; more clauses than this are a list of findings, which the page has already. */
const MOST_CLAUSES = 3;
/** In longer slots two labels of one referent may stand in different parts of what is told. */
const MOST_WORDS_OF_RENAMING = 6;
/** AFINN gives 1 to words such as "adopt", which nobody hears as good. */
const LEAST_VALENCE = 2;

/** What the change does, in clauses such as `“admitted” takes a fault as given`; empty when there is nothing to tell. */
export function clausesOf(from: Marked, to: Marked): string[] {
  const short = Math.max(from.words, to.words) <= MOST_WORDS_OF_RENAMING;
  const renamed = short ? referentsRenamed(from, to) : new Set();
  const marks = [...toldIn(from, to), ...toldIn(to, from)]
    .filter(({ finding: { entry } }) => entry.device !== 'naming' || !renamed.has(entry.category))
    .sort((a, b) => ORDER.indexOf(a.finding.device) - ORDER.indexOf(b.finding.device));
  const byWording = new Map<string, { wording: Wording; subjects: Set<string> }>();
  for (const { finding, text } of marks) {
    const wording = wordingOf(finding);
    if (!wording) continue;
    const known = byWording.get(wording.join(' ')) ?? { wording, subjects: new Set() };
    byWording.set(wording.join(' '), known);
    known.subjects.add(isScareQuotes(finding.entry) ? 'the quotation marks' : `“${text}”`);
  }
  const told = [...byWording.values()].map(({ wording: [verb, rest], subjects }) => {
    const plural = subjects.size > 1 || subjects.has('the quotation marks');
    return `${listed([...subjects])} ${plural ? verb : thirdPerson(verb)} ${rest}`;
  });
  return [...(renamed.size > 0 ? ['another name for the same thing'] : []), ...told].slice(0, MOST_CLAUSES);
}

/** The devices that say most about a change come first. */
const ORDER: readonly DeviceId[] = ['naming', 'distancing', 'attribution', 'loaded-terms', 'certainty', 'sentiment'];

/** Marks of one side alone; a tone word that another device explains is told by that. */
function toldIn(side: Marked, other: Marked): { finding: Finding; text: string }[] {
  const marks = onlyIn(side, other);
  const explained = (tone: Finding): boolean =>
    marks.some(({ device, first, last }) => device !== 'sentiment' && first <= tone.first && tone.last <= last);
  return marks
    .filter((finding) => finding.device !== 'sentiment' || !explained(finding))
    .map((finding) => ({ finding, text: side.text(finding) }));
}

/** What marked words do: a verb in the plural, and what follows it. */
type Wording = readonly [verb: string, rest: string];

const BY_STANCE: Readonly<Record<Stance, Wording | null>> = {
  neutral: null,
  assertive: ['lend', 'the words force'],
  truth: ['grant', 'that the words are true'],
  doubt: ['hold', 'the words in doubt'],
  fault: ['take', 'a fault as given'],
  hostile: ['tell', 'the words as an attack'],
  private: ['tell', 'what is in someone’s mind'],
};

/** Categories whose words all do one thing; those that praise as well as blame are told by the word's direction. */
const BY_CATEGORY: Readonly<Record<string, Wording>> = {
  'distancing so-called': ['hold', 'the words at a distance'],
  'distancing scare-quotes': ['hold', 'the words at a distance'],
  'distancing irony': ['mock', 'the words'],
  'distancing hearsay': ['pass', 'the words on as unproved'],
  'certainty hedge': ['leave', 'the claim open'],
  'certainty booster': ['put', 'the claim above doubt'],
  'certainty evidence': ['claim', 'to know what is proved'],
  'certainty generalisation': ['name', 'nobody who could be asked'],
  'certainty presupposition': ['take', 'a claim as given'],
  'loaded-terms euphemism': ['soften', 'the fact'],
  'loaded-terms intensifier': ['add', 'attitude to the fact'],
  'loaded-terms motive-imputing': ['read', 'a motive into the act'],
};

const BY_DIRECTION: Readonly<Record<Direction, Wording>> = {
  against: ['put', 'it in a bad light'],
  for: ['put', 'it in a good light'],
  neither: ['add', 'colour to the fact'],
};

function wordingOf({ entry, valence = 0 }: Finding): Wording | null {
  const { device, category, stance = 'neutral', direction } = entry;
  if (device === 'attribution') return BY_STANCE[stance];
  if (device === 'naming') return ['take', 'a side by the name'];
  if (device === 'sentiment') return Math.abs(valence) < LEAST_VALENCE ? null : ['sound', valence < 0 ? 'bad' : 'good'];
  return BY_CATEGORY[`${device} ${category}`] ?? (device === 'loaded-terms' ? BY_DIRECTION[direction] : null);
}

/** Marks of one side beyond those that the other has by the same entry. */
function onlyIn({ findings }: Marked, other: Marked): Finding[] {
  const left = new Map<Entry, number>();
  for (const { entry } of other.findings) left.set(entry, (left.get(entry) ?? 0) + 1);
  return findings.filter(({ entry }) => {
    const count = left.get(entry) ?? 0;
    left.set(entry, count - 1);
    return count <= 0;
  });
}

/** Referents that both sides name, not by the same labels, and one of them contested: other names are mere variety. */
function referentsRenamed(from: Marked, to: Marked): Set<string> {
  const labelsOf = ({ labels }: Marked, referent: string): Set<Entry> =>
    new Set(labels.map(({ entry }) => entry).filter(({ category }) => category === referent));
  const referents = [...new Set(from.labels.map(({ entry }) => entry.category))];
  return new Set(
    referents.filter((referent) => {
      const [ours, theirs] = [labelsOf(from, referent), labelsOf(to, referent)];
      const all = new Set([...ours, ...theirs]);
      const differ = theirs.size > 0 && (all.size > ours.size || all.size > theirs.size);
      return differ && [...all].some(({ contested }) => contested === true);
    }),
  );
}

function thirdPerson(verb: string): string {
  return verb.endsWith('s') ? `${verb}es` : `${verb}s`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
