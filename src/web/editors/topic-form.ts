import { z } from 'zod';
import type { Names } from '../../devices/referent.js';
import { ParallaxError } from '../../text/error.js';
import type { Topic, TopicCue } from '../../topics/topic.js';
import { seen } from '../body.js';

/** A topic as its form's fields. Its cues stand a line each, since a form without script has no fields to add. */
export interface TopicFields {
  readonly title: string;
  readonly question: string;
  readonly cues: string;
  readonly not: string;
  readonly date: string;
  readonly what: string;
}

const text = z.string().default('');
export const TOPIC_FORM = z.strictObject({
  title: text,
  question: text,
  cues: text,
  not: text,
  date: text,
  what: text,
  seen,
});

export const NO_TOPIC: TopicFields = { title: '', question: '', cues: '', not: '', date: '', what: '' };

/** What a line begins with, and what it means; `near` lets the groups after the first stand in a neighbouring sentence. */
const KINDS = { alone: false, together: true, 'one sentence': false } as const;
type Kind = keyof typeof KINDS;

/**
 * A form's fields → a topic.
 * @throws {ParallaxError} `bad-input`, naming the line and what a line may say
 */
export function topicOfFields(id: string, fields: TopicFields, { referents }: Pick<Names, 'referents'>): Topic {
  const title = fields.title.trim();
  if (title === '') throw fault('the topic has no title', 'name it in a few words');
  const known = new Set(referents.map((referent) => referent.id));
  const cues = fields.cues.split('\n').flatMap((line, at) => cuesOfLine(line.trim(), at + 1, known));
  if (cues.length === 0)
    throw fault('the topic has no cue', 'write what to look for, such as “alone: rent cap, rent control”');
  const event = { date: fields.date.trim(), what: fields.what.trim() || title };
  if (event.date !== '' && !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(event.date))
    throw fault(`“${event.date.slice(0, 40)}” is no date`, 'write it as 2024-05-13, as far as it is known');
  return {
    id,
    title,
    question: fields.question.trim() || questionOf(title),
    cues,
    not: phrasesOf(fields.not.replaceAll('\n', ','), known),
    typed: false,
    ...(event.date === '' ? {} : { event }),
  };
}

function cuesOfLine(line: string, number: number, known: ReadonlySet<string>): TopicCue[] {
  if (line === '') return [];
  const colon = line.indexOf(':');
  const kind = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
  if (!isKind(kind))
    throw fault(
      `cue ${number} begins with neither “alone:”, “together:” nor “one sentence:”`,
      'begin it with one of them',
    );
  const groups = line
    .slice(colon + 1)
    .split('|')
    .map((group) => phrasesOf(group, known));
  if (groups.some((group) => group.length === 0))
    throw fault(`cue ${number} has an empty group`, 'write words in it, with commas between');
  if (kind === 'alone') {
    if (groups.length > 1)
      throw fault(`cue ${number} stands alone and has two groups`, 'begin it with “together:”, or leave the “|” out');
    return groups.flat().map((phrase) => ({ groups: [[phrase]], near: false }));
  }
  if (groups.length === 1)
    throw fault(`cue ${number} has one group only`, 'write a second one behind a “|”, or begin it with “alone:”');
  return [{ groups, near: KINDS[kind] }];
}

function isKind(kind: string): kind is Kind {
  return kind in KINDS;
}

/** Phrases with commas between, in small letters; `@id` stands for every label of a referent. */
function phrasesOf(line: string, known: ReadonlySet<string>): string[] {
  const phrases = line
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' ').toLowerCase())
    .filter((phrase) => phrase !== '');
  const stranger = phrases.find((phrase) => phrase.startsWith('@') && !known.has(phrase.slice(1)));
  if (stranger !== undefined)
    throw fault(
      `there is no name “${stranger.slice(0, 60)}”`,
      'write one of the names’ ids behind the “@”, or plain words',
    );
  return [...new Set(phrases)];
}

export function fieldsOfTopic({ title, question, cues, not, event }: Topic): TopicFields {
  return {
    title,
    question,
    cues: linesOfCues(cues).join('\n'),
    not: not.join(', '),
    date: event?.date ?? '',
    what: event?.what ?? '',
  };
}

/** A topic as its editor begins: a question that only repeats the title is left open, so that it follows a new one. */
export function editedFields(topic: Topic): TopicFields {
  const fields = fieldsOfTopic(topic);
  const isMade = fields.question.toLowerCase() === questionOf(fields.title).toLowerCase();
  return isMade ? { ...fields, question: '' } : fields;
}

/** The question of a topic that has none of its own. */
export function questionOf(title: string): string {
  return `What does each source say of ${title}?`;
}

/** Cues that find a sentence by themselves stand in one line. */
export function linesOfCues(cues: readonly TopicCue[]): string[] {
  const alone = cues.filter(({ groups }) => groups.length === 1).flatMap(({ groups }) => groups.flat());
  const together = cues.filter(({ groups }) => groups.length > 1);
  return [
    ...(alone.length > 0 ? [`alone: ${alone.join(', ')}`] : []),
    ...together.map(
      ({ groups, near }) =>
        `${near ? 'together' : 'one sentence'}: ${groups.map((group) => group.join(', ')).join(' | ')}`,
    ),
  ];
}

/** "The rent cap" → `the-rent-cap`, or `the-rent-cap-2` where that is taken. */
export function newId(title: string, taken: readonly string[], otherwise: string): string {
  const slug =
    title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST_ID)
      .replace(/^-|-$/g, '') || otherwise;
  const used = new Set([...taken, ...RESERVED]);
  if (!used.has(slug)) return slug;
  for (let number = 2; ; number += 1) if (!used.has(`${slug}-${number}`)) return `${slug}-${number}`;
}

const LONGEST_ID = 80;
/** Addresses that stand beside those of topics, and the id of a typed one. */
const RESERVED = ['new', 'sheet', 'query', 'edit', 'suggested'];

export function fault(problem: string, remedy: string): ParallaxError {
  return new ParallaxError('bad-input', problem, remedy);
}
