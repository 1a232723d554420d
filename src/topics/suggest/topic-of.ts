import type { Topic } from '../topic.js';
import type { SuggestWords } from './features.js';

type Known = Pick<SuggestWords, 'names' | 'related'>;

/** Ideas, each group a way to find the topic → a topic of the usual form. Its id and title are its words. */
export function topicOf(cues: readonly (readonly string[])[], known: Known): Topic {
  const lead = cues[0] ?? [];
  const title = capital(lead.map((idea) => nameOf(idea, known)).join(' and '));
  return {
    id: slug(lead.map((idea) => nameOf(idea, known)).join(' ')) || 'suggested',
    title,
    question: `What does each source say of ${lead.map((idea) => nameOf(idea, known)).join(' and ')}?`,
    cues: cues.map((ideas) => ({ groups: ideas.map((idea) => [...phrasesOf(idea, known)]), near: true })),
    not: [],
    typed: false,
  };
}

function phrasesOf(idea: string, { related }: Known): readonly string[] {
  if (!idea.startsWith('#')) return [idea];
  return related.families[Number(idea.slice(1))]?.words ?? [];
}

function nameOf(idea: string, { names, related }: Known): string {
  if (idea.startsWith('@')) return names.referents.find(({ id }) => id === idea.slice(1))?.name ?? idea.slice(1);
  if (idea.startsWith('#')) return related.families[Number(idea.slice(1))]?.words[0] ?? '';
  return idea;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function slug(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}
