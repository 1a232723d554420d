import PostalMime, { type Email } from 'postal-mime';
import { oneLine } from './clean.js';
import { fromWindows } from './from-windows.js';
import { parseMarkup } from './html.js';
import { Refusal, UNKNOWN, type Found, type Metadata, type Parsed } from './imported.js';
import { isoDate } from './iso-date.js';

// A forwarded newsletter nests four or five parts; a kilobyte of headers a relay is much.
const LIMITS = { maxNestingDepth: 30, maxHeadersSize: 256 * 1024 };

/**
 * A saved message → its text: the plain part if it has one, else its page. Attachments are left out, and said to be.
 * @throws {Refusal} `malformed` or `no_text`
 */
export async function parseEml(bytes: Uint8Array): Promise<Parsed> {
  const email = await PostalMime.parse(bytes, LIMITS).catch(() => {
    throw new Refusal('malformed', 'is no whole message', 'save it again from the mail program');
  });
  const attached = email.attachments.length;
  const { text: plain, quoted } = ownText(fromWindows(email.text ?? ''));
  const page = plain === '' && email.html ? parseMarkup(fromWindows(email.html)) : undefined;
  const text = page?.text ?? plain;
  const warnings = [
    ...(attached > 0 ? [`${attached} ${attached === 1 ? 'attachment' : 'attachments'} left out.`] : []),
    ...(quoted > 0 ? [`${quoted} ${quoted === 1 ? 'line' : 'lines'} of earlier messages left out.`] : []),
  ];
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Refusal('no_text', 'has no text', 'give a message that holds an article');
  return { text, metadata: messageMetadata(email, page?.metadata), warnings: [...warnings, ...(page?.warnings ?? [])] };
}

// “On Thu, 1 May 2025 at 10:00, Ben Ink <b@…> wrote:”, which a mail program may break in two.
const SAID_BEFORE = /(?:^|\n)On [^\n]{1,150}(?:\n[^\n]{1,100})?\bwrote:\s*$/;

/** Without what a reply repeats of earlier messages: it is another’s words. A message of nothing else is kept whole. */
function ownText(whole: string): { readonly text: string; readonly quoted: number } {
  const kept: string[] = [];
  let quoted = 0;
  for (const line of whole.replace(/\r\n?/g, '\n').split('\n')) {
    if (!line.startsWith('>')) {
      kept.push(line);
      continue;
    }
    if (quoted === 0) kept.splice(0, Infinity, ...kept.join('\n').trimEnd().replace(SAID_BEFORE, '').split('\n'));
    quoted += 1;
  }
  const text = kept.join('\n').trim();
  return /[\p{L}\p{N}]/u.test(text) ? { text, quoted } : { text: whole.trim(), quoted: 0 };
}

/** Who sent a message is its author as far as it says; its outlet is for the reader to name. */
function messageMetadata({ from, subject, headers }: Email, page: Metadata | undefined): Metadata {
  const sender = [from?.name, from?.address]
    .map((each) => oneLine(fromWindows(each ?? '')))
    .find((each) => each !== undefined);
  const date = isoDate(headers.find(({ key }) => key === 'date')?.value ?? '');
  return {
    ...UNKNOWN,
    title: stated(oneLine(fromWindows(subject ?? '')), 'Subject: line'),
    author: stated(sender, 'From: line'),
    date: stated(date, 'Date: line'),
    url: page?.url ?? null,
  };
}

function stated(is: string | undefined, found: string): Found | null {
  return is === undefined ? null : { is, found };
}
