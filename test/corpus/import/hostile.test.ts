import { afterAll, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { importAll, isSkipped, openParsers } from './built.js';
import { bytesOf, docx, FILLER, page, pdf, pdfOf, run } from './files.js';

const parsers = openParsers();
afterAll(() => parsers.close());

const MB = 1024 * 1024;

/** An archive whose one entry says it is smaller than it is. */
function lying(): Uint8Array {
  const file = Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(64 * MB) }));
  file.writeUInt32LE(500, file.indexOf('PK\x01\x02') + 24);
  return file;
}

function pdfWith(content: Buffer, filter: string): Uint8Array {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
    `<< /Length ${content.length} /Filter ${filter} >>\nstream\n${content.toString('latin1')}\nendstream`,
  ]);
}

const encryptedZip = (): Uint8Array => {
  const file = Buffer.from(zipSync({ 'a.txt': strToU8('secret') }));
  file.writeUInt16LE(1, file.indexOf('PK\x01\x02') + 8);
  return file;
};

const entities =
  '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w"><w:body/></w:document>';

describe('refuses in one line, whatever the name says,', () => {
  test.each<[string, string, string, () => Uint8Array]>([
    ['a picture named as text', 'a.txt', 'binary', () => Buffer.from('89504e470d0a1a0a0707', 'hex')],
    ['a page named as a Word file', 'a.docx', 'type_mismatch', () => bytesOf(page(''))],
    ['a PDF named as a page', 'a.html', 'type_mismatch', () => pdf([['Words.']])],
    ['an archive named as a Word file', 'a.docx', 'not_docx', () => zipSync({ 'a.txt': strToU8('a') })],
    [
      'a spreadsheet',
      'a.xlsx',
      'unsupported',
      () => zipSync({ '[Content_Types].xml': strToU8(''), 'xl/a.xml': strToU8('') }),
    ],
    ['an old Word file', 'a.doc', 'encrypted_or_legacy', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['a locked archive', 'a.zip', 'encrypted', encryptedZip],
    ['an archive cut short', 'a.zip', 'malformed', () => zipSync({ 'a.txt': strToU8('a') }).slice(0, -9)],
    ['an archive of nothing', 'a.zip', 'empty', () => zipSync({})],
    [
      'a text that grows a thousandfold',
      'a.zip',
      'expands_too_large',
      () => zipSync({ 'a.txt': new Uint8Array(30 * MB).fill(97) }),
    ],
    [
      'a Word file that grows',
      'a.docx',
      'expands_too_large',
      () => docx([run('a')], '', { 'word/a.xml': new Uint8Array(200 * MB) }),
    ],
    ['an entry that lies of its size', 'a.zip', 'expands_too_large', lying],
    [
      'entities declared in a Word file',
      'a.docx',
      'dtd_forbidden',
      () => docx([], '', { 'word/document.xml': strToU8(entities) }),
    ],
    [
      'a Word file too deep',
      'a.docx',
      'malformed',
      () => docx([`${'<w:sdt><w:sdtContent>'.repeat(5000)}${'</w:sdtContent></w:sdt>'.repeat(5000)}`]),
    ],
    ['a page too deep', 'a.html', 'malformed', () => bytesOf('<div>'.repeat(50_000))],
    ['a page of a million elements', 'a.html', 'too_large', () => bytesOf('<p>a</p>'.repeat(1_000_000))],
    ['a page drawn by script', 'a.html', 'no_text', () => bytesOf('<div id="root"></div><script>draw()</script>')],
    [
      'a drawing of 100 MB',
      'a.pdf',
      'expands_too_large',
      () => pdfWith(deflateSync(Buffer.alloc(100 * MB, 32)), '/FlateDecode'),
    ],
    [
      'the same behind two filters',
      'a.pdf',
      'expands_too_large',
      () => pdfWith(deflateSync(deflateSync(Buffer.alloc(100 * MB, 32))), '[/FlateDecode /FlateDecode]'),
    ],
    ['a scan', 'a.pdf', 'no_text', () => pdf([['']])],
    [
      'a PDF of a million pages',
      'a.pdf',
      'too_many_pages',
      () =>
        pdfOf([
          '<< /Type /Catalog /Pages 2 0 R >>',
          `<< /Type /Pages /Kids [${'3 0 R '.repeat(2000)}] /Count 2000 >>`,
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
        ]),
    ],
    ['half a PDF', 'a.pdf', 'malformed', () => bytesOf('%PDF-1.7\n1 0 obj\n<< /Type')],
    ['a table without the column', 'a.csv', 'invalid', () => bytesOf('words,outlet\na,b')],
    ['a quote that never closes', 'a.csv', 'malformed', () => bytesOf(`text\n"${FILLER}`)],
    ['JSON a hundred thousand deep', 'a.jsonl', 'invalid', () => bytesOf('{"a":'.repeat(100_000))],
    [
      'a message of a thousand parts in parts',
      'a.eml',
      'malformed',
      () =>
        bytesOf(
          `From: a@b\r\n${Array.from({ length: 1000 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')}`,
        ),
    ],
  ])('%s', async (_, name, code, make) => {
    const bytes = make();
    const began = performance.now();
    const results = await importAll(name, bytes, { parsers });
    expect(results.map((each) => (isSkipped(each) ? each.code : each.text.slice(0, 80)))).toEqual([code]);
    expect(results.map((each) => isSkipped(each) && `${each.problem}: ${each.remedy}.`)).toEqual([
      expect.stringMatching(/^a\.[a-z]+[^\n]* [^\n]+: [^\n]+\.$/),
    ]);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('takes without harm', () => {
  test.each<[string, string, () => Uint8Array, string]>([
    [
      'script, styles and handlers of a page',
      'a.html',
      () => bytesOf(page('<script>evil()</script><p onclick="evil()" style="display:none">unseen</p><p>Seen.</p>')),
      `Seen.\n\n${FILLER.repeat(4).trim()}`,
    ],
    [
      '60,000 attributes on one tag',
      'a.html',
      () => bytesOf(page(`<p ${Array.from({ length: 60_000 }, (_, i) => `a${i}=1`).join(' ')}>Seen.</p>`)),
      `Seen.\n\n${FILLER.repeat(4).trim()}`,
    ],
    [
      'names that are keys of every object',
      'a.docx',
      () => docx([run('Seen.')], '', { constructor: strToU8('x'), toString: strToU8('x') }),
      'Seen.',
    ],
    [
      'a linked picture that names a file of this machine',
      'a.docx',
      () =>
        docx([run('Seen.')], '', {
          'word/_rels/document.xml.rels': strToU8(
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
          ),
        }),
      'Seen.',
    ],
    [
      'terminal codes in a text',
      'a.txt',
      () => bytesOf('\u001b[31mSeen.\u001b[0m\u001b]8;;http://x.example\u0007'),
      'Seen.',
    ],
  ])('%s', async (_, name, make, text) => {
    const [first] = await importAll(name, make(), { parsers });
    expect(first && (isSkipped(first) ? first : first.text)).toBe(text);
  });

  test('an archive with two entries in one place is refused as a whole', async () => {
    const packed = deflateRawSync(Buffer.from('a'));
    expect(packed.length).toBeGreaterThan(0);
    const file = Buffer.from(zipSync({ 'a.txt': strToU8('same'), 'b.txt': strToU8('same') }));
    const second = file.indexOf('PK\x01\x02', file.indexOf('PK\x01\x02') + 4);
    file.writeUInt32LE(0, second + 42);
    const [first] = await importAll('a.zip', file, { parsers });
    expect(first && isSkipped(first) && first.code).toBe('malformed');
  });
});
