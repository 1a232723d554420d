import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { docxParts, type DocxParts } from './docx-parts.js';
import { oneLine } from './clean.js';
import { decodeEntities } from './entities.js';
import { Refusal, UNKNOWN, type Found, type Metadata, type Parsed } from './imported.js';
import { isoDate } from './iso-date.js';

/**
 * A Word file → its paragraphs, tables row by row; deleted text of tracked changes is not in it, nor are notes,
 * headers and pictures.
 * @throws {Refusal} `not_docx`, `malformed`, `encrypted`, `dtd_forbidden`, `expands_too_large`, `no_text` …
 */
export async function parseDocx(bytes: Uint8Array): Promise<Parsed> {
  const parts = await docxParts(bytes);
  const document = await wordDocument(parts);
  const text = blockText(document).trim();
  const notes = parts.xml.match(/<w:(?:foot|end)noteReference /g)?.length ?? 0;
  const warnings = [
    ...(parts.hidden > 0 ? ['Text that Word hides was left out.'] : []),
    ...(notes > 0 ? [`${notes} ${notes === 1 ? 'footnote or endnote' : 'footnotes and endnotes'} left out.`] : []),
  ];
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Refusal('no_text', 'has no text', 'give a file that holds an article');
  const core = coreMetadata(parts.core);
  return { text, metadata: { ...core, title: core.title ?? titleParagraph(document) }, warnings };
}

/** A piece of mammoth’s document, as much as is read here. */
interface Piece {
  readonly type: string;
  readonly value?: string;
  readonly styleId?: string | null;
  readonly children?: readonly Piece[];
}

/**
 * mammoth is given a new archive of the bounded parts alone: whatever else the file holds, it cannot open. Its raw text
 * forgets line breaks, so the document is taken on its way to HTML, of which nothing is made.
 */
async function wordDocument({ name, xml, relationships }: DocxParts): Promise<Piece> {
  const clean = zipSync(
    {
      '[Content_Types].xml': strToU8(TYPES),
      '_rels/.rels': strToU8(rootRelationship(name)),
      [name]: strToU8(xml),
      ...(relationships === undefined ? {} : { [relationshipsOf(name)]: strToU8(relationships) }),
    },
    { level: 0 },
  );
  let taken: Piece | undefined;
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(clean.buffer, clean.byteOffset, clean.byteLength) },
      {
        transformDocument: (document: Piece) => {
          taken = document;
          return { ...document, children: [] };
        },
      },
    );
  } catch {
    throw new Refusal('malformed', 'is no whole Word document', 'open it in Word and save it again');
  }
  return taken ?? { type: 'document' };
}

/** Paragraphs parted by an empty line, rows by a line end, cells by a tab. */
function blockText(piece: Piece): string {
  if (piece.type === 'text') return piece.value ?? '';
  if (piece.type === 'tab') return '\t';
  if (piece.type === 'break') return '\n';
  const inside = (piece.children ?? []).map(blockText);
  if (piece.type === 'paragraph') return `${inside.join('')}\n\n`;
  if (piece.type === 'tableRow') return `${inside.map((cell) => cell.trim().replace(/\n{2,}/g, '\n')).join('\t')}\n`;
  if (piece.type === 'table') return `${inside.join('')}\n`;
  return inside.join('');
}

/** Where the file’s properties have no title, as most have none: the paragraph that is set as one. */
function titleParagraph(document: Piece): Found | null {
  const paragraph = document.children?.find(({ type, styleId }) => type === 'paragraph' && styleId === 'Title');
  const is = paragraph && oneLine(blockText(paragraph));
  return is === undefined ? null : { is, found: 'paragraph of the style “Title”' };
}

/** Word fills these in by itself, so they say who made the file; a reader is shown where each is from. */
function coreMetadata(core: string | undefined): Metadata {
  const property = (tag: string): string =>
    decodeEntities(new RegExp(`<${tag}(?:\\s[^>]{0,200})?>([^<]{0,2000})</${tag}>`).exec(core ?? '')?.[1] ?? '');
  const found = (is: string | undefined, label: string) =>
    is === undefined ? null : { is, found: `file property “${label}”` };
  return {
    ...UNKNOWN,
    title: found(oneLine(property('dc:title')), 'title'),
    author: found(oneLine(property('dc:creator')), 'author'),
    date: found(isoDate(property('dcterms:created')), 'created'),
  };
}

function relationshipsOf(name: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>';

function rootRelationship(target: string): string {
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;
}
