import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import { closed } from '../text/bidi.js';

const VIEWS = fileURLToPath(new URL('../../views/', import.meta.url));
const OPTIONS = {
  cache: true,
  _with: false,
  localsName: 'page',
  strict: true,
  root: VIEWS,
  views: [VIEWS],
  escape: (value: unknown): string => ejs.escapeXML(typeof value === 'string' ? closed(value) : value),
};

const compiled = new Map<string, ejs.TemplateFunction>();

/** A view and the fixed object it reads → HTML. Each view is compiled once. */
export function render(view: string, page: object): string {
  let template = compiled.get(view);
  if (!template) {
    const filename = `${VIEWS}${view}.ejs`;
    template = ejs.compile(readFileSync(filename, 'utf8'), { ...OPTIONS, filename });
    compiled.set(view, template);
  }
  return template(page);
}

/** Every view's text, for the build hash. */
export function viewSources(): string[] {
  return readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ejs'))
    .sort()
    .map((file) => readFileSync(`${VIEWS}${file}`, 'utf8'));
}
