import { oneLine, webAddress } from './clean.js';
import type { DomDocument, DomElement } from './html-dom.js';
import type { Found, Metadata } from './imported.js';
import { isoDate } from './iso-date.js';
import { articleOf, type JsonLd } from './json-ld.js';

/** A place where a fact may stand; looked at only if better places have none, since a search goes through the whole page. */
type Place = readonly [found: string, raw: () => string | null | undefined];

/**
 * What the page says of itself: JSON-LD, then OpenGraph, then other `meta`, then elements. What it does not say is
 * unknown: a headline’s “by …” and a domain’s name are left to the reader.
 */
export function htmlMetadata(document: DomDocument, jsonLd: readonly string[]): Metadata {
  const article = articleOf(jsonLd);
  const meta = metaValues(document);
  const named = (...names: string[]): Place[] => names.map((name) => [name, () => meta.get(name)]);
  const element = (found: string, selector: string, attribute?: string): Place => [
    found,
    () => {
      const first = document.querySelector(selector);
      return attribute === undefined ? first?.textContent : first?.getAttribute(attribute);
    },
  ];
  const stated = (key: keyof JsonLd): Place => ['JSON-LD', () => article[key]];
  const time = element('<time>', 'time[datetime]', 'datetime');
  return {
    title: first(
      [stated('title'), ...named('og:title', 'twitter:title'), element('<h1>', 'h1'), element('<title>', 'title')],
      oneLine,
    ),
    outlet: first([stated('outlet'), ...named('og:site_name', 'application-name')], oneLine),
    author: first(
      [
        stated('author'),
        ...named('author', 'article:author', 'dc.creator', 'parsely-author', 'byl'),
        element('rel=author', 'a[rel~="author"]'),
        element('itemprop=author', '[itemprop~="author"]'),
      ],
      personName,
    ),
    date: first(
      [
        stated('date'),
        ...named(
          'article:published_time',
          'datepublished',
          'date',
          'dc.date',
          'dc.date.issued',
          'pubdate',
          'publish-date',
        ),
        ...named('parsely-pub-date', 'sailthru.date'),
        element('itemprop=datePublished', '[itemprop~="datePublished"]', 'datetime'),
        time,
      ],
      isoDate,
    ),
    url: first(
      [element('rel=canonical', 'link[rel~="canonical"]', 'href'), ...named('og:url'), stated('url')],
      webAddress,
    ),
  };
}

function first(places: readonly Place[], read: (raw: string) => string | undefined): Found | null {
  for (const [found, find] of places) {
    const raw = find();
    const is = raw ? read(raw) : undefined;
    if (is !== undefined) return { is, found };
  }
  return null;
}

/** `article:author` is often a profile’s address, which names nobody. */
function personName(raw: string): string | undefined {
  const line = oneLine(raw)?.replace(/^by\s+/i, '');
  return line !== undefined && /\p{L}/u.test(line) && !/^(?:https?:)?\/\//i.test(line) ? line : undefined;
}

/** The first value of each name; `og:…` stands in `property`, others in `name`, microdata in `itemprop`. */
function metaValues(document: DomDocument): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const each of document.querySelectorAll('meta')) {
    const content = each.getAttribute('content');
    for (const name of namesOf(each)) if (content && !values.has(name)) values.set(name, content);
  }
  return values;
}

function namesOf(meta: DomElement): string[] {
  return ['property', 'name', 'itemprop'].flatMap((attribute) =>
    (meta.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/).filter(Boolean),
  );
}
