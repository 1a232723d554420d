import type { Topic } from '../topic.js';
import type { Idea } from './ideas.js';

/** Ideas, each group a way to find the topic → a topic of the usual form. Its id and title are the texts' own words. */
export function topicOf(cues: readonly (readonly Idea[])[], title: string): Topic {
  return {
    id: slug(title) || 'suggested',
    title: title.charAt(0).toUpperCase() + title.slice(1),
    question: `What does each source say of ${title}?`,
    cues: cues.map((ideas) => ({ groups: ideas.map(({ phrases }) => phrases), near: true })),
    not: [],
    typed: false,
  };
}

function slug(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}
