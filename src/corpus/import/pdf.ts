import { getDocumentProxy } from 'unpdf';
import { MAX_DOCUMENT_BYTES } from '../../text/decode.js';
import { oneLine } from './clean.js';
import { Refusal, UNKNOWN, type Found, type Metadata, type Parsed } from './imported.js';
import { isoDate } from './iso-date.js';
import { linesOf, paragraphs, type Line } from './pdf-lines.js';
import { withoutRunning } from './pdf-running.js';
import { checkStreams } from './pdf-streams.js';

// The longest reports have some hundred pages; a page takes about 10 ms.
const MOST_PAGES = 1_000;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * A PDF → its text, page after page in the order it was laid down, lines joined to paragraphs.
 * @throws {Refusal} `encrypted`, `malformed`, `too_many_pages`, `expands_too_large` or `no_text`
 */
export async function parsePdf(bytes: Uint8Array): Promise<Parsed> {
  const { unseen } = checkStreams(bytes);
  const pdf = await openPdf(bytes);
  if (pdf.numPages > MOST_PAGES) {
    throw new Refusal(
      'too_many_pages',
      `has ${pdf.numPages} pages; the most is ${MOST_PAGES}`,
      'give the pages needed',
    );
  }
  const pages = await pageLines(pdf);
  const { pages: own, left } = withoutRunning(pages);
  const text = paragraphs(own);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new Refusal('no_text', 'has no text: it looks like a scan', 'recognise its text with another program first');
  }
  const blank = pages.flatMap((lines, at) => (lines.length === 0 ? [at + 1] : []));
  return {
    text,
    metadata: await info(pdf),
    warnings: [...blankWarning(blank), ...(left > 0 ? [RUNNING] : []), ...(unseen ? [UNSEEN] : [])],
  };
}

const RUNNING = 'Heads, feet and numbers that run through its pages were left out.';
const UNSEEN = 'It holds text that is not drawn, as scans with recognised text do; that text is kept.';

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    // A copy, since pdf.js takes the bytes for its own, and takes no Buffer.
    return await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      verbosity: 0,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new Refusal('encrypted', 'needs a password', 'save a copy without one');
    }
    throw damaged();
  }
}

/** Lines by page; a page that cannot be read counts as one without text, unless all are. */
async function pageLines(pdf: Pdf): Promise<Line[][]> {
  const pages: Line[][] = [];
  let length = 0;
  let broken = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    try {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items));
      page.cleanup();
    } catch {
      pages.push([]);
      broken += 1;
    }
    length += (pages.at(-1) ?? []).reduce((sum, line) => sum + line.text.length, 0);
    if (length > MAX_DOCUMENT_BYTES) {
      throw new Refusal('too_large', 'holds more than 8 MB of text', 'give the pages needed');
    }
  }
  if (broken > 0 && broken === pdf.numPages) throw damaged();
  return pages;
}

async function info(pdf: Pdf): Promise<Metadata> {
  const found = (is: string | undefined, label: string): Found | null =>
    is === undefined ? null : { is, found: `file property “${label}”` };
  try {
    const { info: properties } = (await pdf.getMetadata()) as unknown as { info: Readonly<Record<string, unknown>> };
    const property = (name: string): string => (typeof properties[name] === 'string' ? properties[name] : '');
    return {
      ...UNKNOWN,
      title: found(oneLine(property('Title')), 'Title'),
      author: found(oneLine(property('Author')), 'Author'),
      date: found(isoDate(property('CreationDate')), 'CreationDate'),
    };
  } catch {
    return UNKNOWN;
  }
}

function blankWarning(pages: readonly number[]): string[] {
  if (pages.length === 0) return [];
  const shown = pages.slice(0, 10).join(', ') + (pages.length > 10 ? ' …' : '');
  return [`No text on ${pages.length === 1 ? 'page' : 'pages'} ${shown}: a scan or a picture.`];
}

function damaged(): Refusal {
  return new Refusal('malformed', 'is damaged', 'get it again from where it came, or print it to a new PDF');
}
