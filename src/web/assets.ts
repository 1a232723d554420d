import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A file that never changes under its name: the name carries the hash of its bytes. */
export interface Asset {
  readonly url: string;
  readonly type: string;
  readonly body: Buffer;
}

export interface Assets {
  readonly byUrl: ReadonlyMap<string, Asset>;
  /** The address of `parallax.css`, `sheet.css`, `parallax.svg`, `drop.js`. */
  readonly urlOf: (name: string) => string;
}

const PUBLIC = new URL('../../public/', import.meta.url);
const FONTS = {
  'serif-latin.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  'serif-latin-ext.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2',
  'serif-italic-latin.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  'sans-latin.woff2': '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  'sans-latin-ext.woff2': '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2',
};

/** One stylesheet from a file a component, each with its print rules; later ones may override earlier ones. */
const STYLES = {
  'parallax.css': [
    'fonts',
    'colours',
    'ground',
    'masthead',
    'lead',
    'legend',
    'marks',
    'reasons',
    'tables',
    'glance',
    'columns',
    'document',
    'statements',
    'differences',
    'unfold',
    'silence',
    'matrix',
    'facts',
    'term',
    'ladder',
    'forms',
    'corpora',
    'editor',
  ],
  'sheet.css': ['sheet'],
};

/** Each is loaded by the one page that it makes easier to use; no page needs one. */
const SCRIPTS = ['drop', 'preview'];

/** Stylesheets, fonts and scripts, read once. Fonts come first, since stylesheets name them. */
export function loadAssets(): Assets {
  const byName = new Map<string, Asset>();
  const byUrl = new Map<string, Asset>();
  const keep = (name: string, type: string, body: Buffer): void => {
    const [stem = name, ending = ''] = name.split('.');
    const asset = {
      url: `/assets/${stem}.${createHash('sha256').update(body).digest('hex').slice(0, 12)}.${ending}`,
      type,
      body,
    };
    byName.set(name, asset);
    byUrl.set(asset.url, asset);
  };
  const { resolve } = createRequire(import.meta.url);
  for (const [name, file] of Object.entries(FONTS)) keep(name, 'font/woff2', readFileSync(resolve(file)));
  keep('parallax.svg', 'image/svg+xml', readFileSync(fileURLToPath(new URL('parallax.svg', PUBLIC))));
  for (const [name, parts] of Object.entries(STYLES)) {
    let css = parts
      .map((part) => readFileSync(fileURLToPath(new URL(`styles/${part}.css`, PUBLIC)), 'utf8'))
      .join('\n');
    for (const [font, { url }] of byName)
      css = css.replaceAll(`url('${font}')`, `url('${url}')`).replaceAll(`url("${font}")`, `url("${url}")`);
    keep(name, 'text/css; charset=utf-8', Buffer.from(css));
  }
  for (const name of SCRIPTS) {
    const js = readFileSync(fileURLToPath(new URL(`scripts/${name}.js`, PUBLIC)));
    keep(`${name}.js`, 'text/javascript; charset=utf-8', js);
  }
  return { byUrl, urlOf: (name) => byName.get(name)?.url ?? `/assets/${name}` };
}
