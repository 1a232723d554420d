import { pipeline, type Sent } from './connection.js';

/** What a site's own pages lead to: addresses, and forms with their fields. */
export interface Learned {
  readonly addresses: readonly string[];
  readonly forms: readonly Form[];
}

export interface Form {
  readonly action: string;
  readonly multipart: boolean;
  /** Names of its fields with a value that the page gave, if any. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

const MOST_PAGES = 150;
/** Of one shape, such as /terms/A/B: its pages are alike. */
const MOST_ALIKE = 4;

/** Follows the links of the pages, so that what is fuzzed is what there is, and nobody keeps a list of it. */
export async function learn(port: number, from: readonly string[]): Promise<Learned> {
  const found = new Set(from);
  const addresses: string[] = [];
  const forms = new Map<string, Form>();
  const alike = new Map<string, number>();
  for (const address of found) {
    const shape = shapeOf(address);
    const count = (alike.get(shape) ?? 0) + 1;
    alike.set(shape, count);
    if (count > MOST_ALIKE || addresses.length >= MOST_PAGES) continue;
    addresses.push(address);
    const page = await read(port, address);
    for (const [, href = ''] of page.matchAll(/\shref="(\/[^"#]*)/g)) found.add(unescaped(href));
    for (const form of formsOf(page)) forms.set(`${shapeOf(form.action)} ${form.fields.length}`, form);
  }
  return { addresses, forms: [...forms.values()] };
}

async function read(port: number, address: string): Promise<string> {
  const head = `GET ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`;
  const request: Sent = { bytes: Buffer.from(head, 'latin1'), method: 'GET', sound: true };
  const { done } = await pipeline(port, [request]);
  return done[0]?.response?.body ?? '';
}

function formsOf(page: string): Form[] {
  return [...page.matchAll(/<form\s([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inside = '']) => {
    if (!/method="post"/i.test(head)) return [];
    const fields = [...inside.matchAll(/<(?:input|select|textarea|button)\s([^>]*)>/g)].flatMap(([, each = '']) => {
      const name = attribute(each, 'name');
      return name === undefined ? [] : [{ name, value: attribute(each, 'value') ?? '' }];
    });
    const others = [...inside.matchAll(/\sformaction="([^"]*)"/g)].map(([, action = '']) => action);
    const actions = [attribute(head, 'action') ?? '', ...others].map(unescaped).filter((each) => each.startsWith('/'));
    return actions.map((action) => ({ action, multipart: head.includes('multipart/form-data'), fields }));
  });
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&(?:quot|#34);/g, '"')
    .replaceAll(/&#(?:39|x27);/g, "'")
    .replaceAll('&amp;', '&');
}

const shapeOf = (address: string): string =>
  address
    .replace(/\?.*$/, '?')
    .split('/')
    .map((part, at) => (at > 1 && /\d|-/.test(part) ? '*' : part))
    .join('/');
