import { applyPins } from '../topics/pins.js';
import { retrieve } from '../topics/retrieve.js';
import type { OpenTopic, Topic } from '../topics/topic.js';
import { summaryOf, type DocumentSummary, type Source } from './document.js';

/** A topic over all documents of a corpus, without what only a comparison shows: a row of its matrix. */
export interface TopicOverview {
  readonly topic: Pick<Topic, 'id' | 'title' | 'question'>;
  readonly documents: readonly DocumentSummary[];
}

export function overviewOf(open: OpenTopic, sources: readonly Source[]): TopicOverview {
  const { id, title, question } = open.topic;
  return {
    topic: { id, title, question },
    documents: sources.map((source) => {
      const { reading } = source.analysis;
      return summaryOf(source, applyPins(reading, retrieve(reading, open), source.pins));
    }),
  };
}
