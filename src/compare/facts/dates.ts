import { readIso, writeWhen, type Moment } from '../../text/calendar.js';
import { findDates } from '../../text/date.js';
import type { OnTopic } from '../on-topic.js';
import { eventOf } from './dated-event.js';
import type { Mention } from './mention.js';
import { wording } from './wording.js';

const NOTHING: ReadonlySet<string> = new Set();

/** The dates of a document's sentences on the topic, in text order. */
export function datesIn(document: OnTopic): Mention[] {
  const { reading } = document.analysis;
  const published = document.date === null ? undefined : readIso(document.date);
  const mentions: Mention[] = [];
  let before: Moment | undefined;
  let previous = -2;
  for (const index of document.indices) {
    const sentence = reading.sentences[index];
    if (!sentence) continue;
    // "The next month" leans on a date of its own passage.
    if (index !== previous + 1) before = undefined;
    previous = index;
    const dates = findDates(reading, sentence.first, sentence.last, { published, before });
    for (const when of dates) {
      const { what, deed } = eventOf(reading, sentence, when);
      const value = writeWhen(when);
      const searched = [...new Set([wording(reading, when.first, when.last), value])];
      const { first, last } = when;
      mentions.push({
        document,
        kind: 'date',
        subject: '',
        what,
        value,
        when,
        first,
        last,
        sentence: index,
        searched,
        deed,
        described: NOTHING,
      });
    }
    before = dates.at(-1)?.to ?? before;
  }
  return mentions;
}
