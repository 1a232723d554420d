import { strToU8, zipSync } from 'fflate';

// Small files of each kind, made here so that a test shows all that is in them.

export const FILLER = 'The council said on Monday that the rents in the old town would rise by a tenth from May. ';

export function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body><nav><a href="/">Home</a></nav><article>${body}<p>${FILLER.repeat(4)}</p></article></body></html>`;
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function run(text: string, properties = ''): string {
  return `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A Word file of these paragraphs’ inner XML. */
export function docx(paragraphs: readonly string[], core = '', more: Record<string, Uint8Array> = {}): Uint8Array {
  const body = paragraphs.map((each) => (each.startsWith('<w:tbl>') ? each : `<w:p>${each}</w:p>`)).join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    ),
    ...(core === '' ? {} : { 'docProps/core.xml': strToU8(`<cp:coreProperties>${core}</cp:coreProperties>`) }),
    ...more,
  });
}

/** A PDF whose pages show these lines, 14 points apart; an empty string leaves a line’s space. */
export function pdf(pages: readonly (readonly string[])[], info = ''): Uint8Array {
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, at) => {
      const shown = lines
        .map((line, row) => (line === '' ? '' : `BT /F1 12 Tf 72 ${720 - 14 * row} Td (${line}) Tj ET\n`))
        .join('');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
      ];
    }),
    ...(info === '' ? [] : [`<< ${info} >>`]),
  ];
  const trailer = info === '' ? '' : `/Info ${objects.length} 0 R`;
  return pdfOf(objects, trailer);
}

export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
