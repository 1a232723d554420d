import { decodeEntities } from './entities.js';
import { parseJson } from './json.js';

/** What an article’s JSON-LD says of it, as written. */
export interface JsonLd {
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
}

/** NewsArticle, BlogPosting, Report … : schema.org’s kinds of article. */
const ARTICLE = /(?:Article|BlogPosting|Report|Review)$/;
const MOST_BLOCKS = 20;

/** The first article among a page’s blocks; broken ones are passed over, as every reader of the web does. */
export function articleOf(blocks: readonly string[]): JsonLd {
  for (const block of blocks.slice(0, MOST_BLOCKS)) {
    const article = things(parseJson(block)).find((each) => kinds(each).some((kind) => ARTICLE.test(kind)));
    if (article) {
      return {
        title: text(value(article, 'headline')) ?? text(value(article, 'name')),
        outlet: names(value(article, 'publisher')),
        author: names(value(article, 'author')),
        date: text(value(article, 'datePublished')),
        url: text(value(article, 'url')) ?? text(value(article, 'mainEntityOfPage')),
      };
    }
  }
  return {};
}

function things(root: unknown): object[] {
  const all = Array.isArray(root) ? (root as unknown[]) : [root];
  return all.flatMap((each): object[] => {
    if (typeof each !== 'object' || each === null) return [];
    const graph = value(each, '@graph');
    return [each, ...(Array.isArray(graph) ? (graph as unknown[]) : [])].filter(
      (one): one is object => typeof one === 'object' && one !== null,
    );
  });
}

function kinds(thing: object): string[] {
  const type = value(thing, '@type');
  return (Array.isArray(type) ? (type as unknown[]) : [type]).filter((each) => typeof each === 'string');
}

/** Only a thing’s own values: `constructor` and `__proto__` are words like any other. */
function value(thing: object, key: string): unknown {
  return Object.hasOwn(thing, key) ? (thing as Record<string, unknown>)[key] : undefined;
}

function text(raw: unknown): string | undefined {
  // Many publishers escape for HTML what JSON would take as it is.
  if (typeof raw === 'string') return decodeEntities(raw);
  return typeof raw === 'object' && raw !== null ? text(value(raw, '@id')) : undefined;
}

/** A name, a thing with a name, or several: `A. Writer, B. Writer`. */
function names(raw: unknown): string | undefined {
  const all = (Array.isArray(raw) ? (raw as unknown[]) : [raw]).slice(0, 20).flatMap((each) => {
    const name = typeof each === 'object' && each !== null ? value(each, 'name') : each;
    return typeof name === 'string' && name.trim() !== '' ? [decodeEntities(name.trim())] : [];
  });
  return all.length > 0 ? all.join(', ') : undefined;
}
