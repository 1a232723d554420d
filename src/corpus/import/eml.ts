import PostalMime, { type Email } from 'postal-mime';
import { oneLine } from './clean.js';
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
  const warnings = attached > 0 ? [`${attached} ${attached === 1 ? 'attachment' : 'attachments'} left out.`] : [];
  const plain = email.text?.trim() ?? '';
  const page = plain === '' && email.html ? parseMarkup(email.html) : undefined;
  const text = page?.text ?? plain;
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Refusal('no_text', 'has no text', 'give a message that holds an article');
  return { text, metadata: messageMetadata(email, page?.metadata), warnings: [...warnings, ...(page?.warnings ?? [])] };
}

/** Who sent a message is its author as far as it says; its outlet is for the reader to name. */
function messageMetadata({ from, subject, headers }: Email, page: Metadata | undefined): Metadata {
  const sender = [from?.name, from?.address].map((each) => oneLine(each ?? '')).find((each) => each !== undefined);
  const date = isoDate(headers.find(({ key }) => key === 'date')?.value ?? '');
  return {
    ...UNKNOWN,
    title: stated(oneLine(subject ?? ''), 'Subject: line'),
    author: stated(sender, 'From: line'),
    date: stated(date, 'Date: line'),
    url: page?.url ?? null,
  };
}

function stated(is: string | undefined, found: string): Found | null {
  return is === undefined ? null : { is, found };
}
