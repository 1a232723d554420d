import { afterAll, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { importAll, inShort, isSkipped, openParsers } from './built.js';
import { bytesOf, docx, FILLER, page, pdf, run } from './files.js';

const parsers = openParsers();
afterAll(() => parsers.close());

async function only(name: string, bytes: Uint8Array, encoding?: string) {
  const results = await importAll(name, bytes, encoding === undefined ? { parsers } : { parsers, encoding });
  const [first] = results;
  if (results.length !== 1 || !first || isSkipped(first)) throw new Error(JSON.stringify(results));
  return first;
}

const article = FILLER.repeat(4).trim();
const nothingKnown = { title: null, outlet: null, author: null, date: null, url: null };

describe('takes', () => {
  test('plain text as typed, with its bytes, its sum and its language', async () => {
    const bytes = bytesOf(`Rents rise\r\n\r\n${article}\r\n`);
    expect(await only('rents.txt', bytes)).toEqual({
      name: 'rents.txt',
      format: 'text',
      original: bytes,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      text: `Rents rise\n\n${article}\n`,
      metadata: { ...nothingKnown, title: { is: 'Rents rise', found: 'first line' } },
      language: { code: 'en', supported: true },
      warnings: [],
    });
  });

  test('a Markdown file, whose first heading is its title', async () => {
    const { text, metadata } = await only('rents.md', bytesOf(`# Rents *rise* #\n\n${article}`));
    expect({ text, metadata }).toEqual({
      text: `# Rents *rise* #\n\n${article}`,
      metadata: { ...nothingKnown, title: { is: 'Rents *rise*', found: 'first heading' } },
    });
  });

  test('a saved page: its article, and what it says of itself', async () => {
    const head =
      '<title>Rents rise | The Harbour News</title><meta property="og:site_name" content="The Harbour News"><meta name="author" content="By Ada Quill"><meta property="article:published_time" content="2025-05-02T23:30:00-05:00"><link rel="canonical" href="https://news.example/rents">';
    const { text, metadata } = await only(
      'rents.html',
      bytesOf(page('<h1>Rents rise</h1><p>A <b>t</b>enth.</p>', head)),
    );
    expect({ text, metadata }).toEqual({
      text: `Rents rise\n\nA tenth.\n\n${article}`,
      metadata: {
        title: { is: 'Rents rise', found: '<h1>' },
        outlet: { is: 'The Harbour News', found: 'og:site_name' },
        author: { is: 'Ada Quill', found: 'author' },
        date: { is: '2025-05-02', found: 'article:published_time' },
        url: { is: 'https://news.example/rents', found: 'rel=canonical' },
      },
    });
  });

  test('a Word file: paragraphs, breaks and rows, without what was deleted or hidden', async () => {
    const cell = (text: string): string => `<w:tc><w:p>${run(text)}</w:p></w:tc>`;
    const bytes = docx(
      [
        run('Rents ') + `<w:del><w:r><w:delText>fall</w:delText></w:r></w:del><w:ins>${run('rise')}</w:ins>`,
        `${run('One line')}<w:r><w:br/></w:r>${run('and an')}${run('other')}`,
        run('unseen', '<w:rPr><w:vanish/></w:rPr>') + run('Seen.'),
        `<w:tbl><w:tr>${cell('May')}${cell('10')}</w:tr><w:tr>${cell('June')}${cell('12')}</w:tr></w:tbl>`,
        run(article),
      ],
      '<dc:title>Rents &amp; rates</dc:title><dc:creator>Ada Quill</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2025-05-02T08:00:00Z</dcterms:created>',
    );
    const { text, metadata, warnings } = await only('rents.docx', bytes);
    expect({ text, metadata, warnings }).toEqual({
      text: `Rents rise\n\nOne line\nand another\n\nSeen.\n\nMay\t10\nJune\t12\n\n${article}`,
      metadata: {
        ...nothingKnown,
        title: { is: 'Rents & rates', found: 'file property “title”' },
        author: { is: 'Ada Quill', found: 'file property “author”' },
        date: { is: '2025-05-02', found: 'file property “created”' },
      },
      warnings: ['Text that Word hides was left out.'],
    });
  });

  test('a PDF: lines joined to paragraphs over line and page ends, and a page without text named', async () => {
    const bytes = pdf(
      [
        [
          'The council said that the hous-',
          'ing of the old town is in a deep-',
          'ening crisis.',
          '',
          'Tenants of the far-',
          'right bank spoke of',
          'a',
        ],
        ['scandal that nobody had seen.'],
        [],
      ],
      '/Title (Rents rise) /Author (Ada Quill) /CreationDate (D:20250502080000Z)',
    );
    const { text, metadata, warnings } = await only('rents.pdf', Buffer.from(bytes));
    expect({ text, metadata, warnings }).toEqual({
      text: 'The council said that the housing of the old town is in a deepening crisis.\n\nTenants of the far-right bank spoke of a scandal that nobody had seen.',
      metadata: {
        ...nothingKnown,
        title: { is: 'Rents rise', found: 'file property “Title”' },
        author: { is: 'Ada Quill', found: 'file property “Author”' },
        date: { is: '2025-05-02', found: 'file property “CreationDate”' },
      },
      warnings: ['No text on page 3: a scan or a picture.', 'Very short text: 29 words.'],
    });
  });

  test('a message: its plain part before its page, and what its head says', async () => {
    const mail = [
      'From: Ada Quill <ada@news.example>',
      'Subject: =?utf-8?Q?Rents_=E2=80=93_again?=',
      'Date: Fri, 02 May 2025 23:30:00 -0500',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary=B',
      '',
      '--B',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>The page.</p>',
      '--B',
      'Content-Type: text/plain; charset=utf-8',
      '',
      article,
      '--B--',
      '',
    ].join('\r\n');
    const { text, metadata } = await only('rents.eml', bytesOf(mail));
    expect({ text, metadata }).toEqual({
      text: article,
      metadata: {
        ...nothingKnown,
        title: { is: 'Rents – again', found: 'Subject: line' },
        author: { is: 'Ada Quill', found: 'From: line' },
        date: { is: '2025-05-02', found: 'Date: line' },
      },
    });
  });

  test('a message that is a page only, by the rules for pages', async () => {
    const mail = `From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page('<p hidden>unseen</p>')}`;
    expect((await only('rents.eml', bytesOf(mail))).text).toBe(article);
  });

  test('rows of a table by the names of their columns, each with its own bytes', async () => {
    const csv = `\ufeffOutlet,date,Text,ignored\r\nHarbour News,2 May 2025,"They said ""no"",\r\nthen left.",x\r\n,03/04/2025,Nothing new.,y\r\n`;
    const results = await importAll('rows.csv', bytesOf(csv), { parsers });
    expect(
      results.map((each) =>
        isSkipped(each)
          ? each
          : [each.name, each.text, each.metadata, new TextDecoder().decode(each.original), each.warnings[0]],
      ),
    ).toEqual([
      [
        'rows.csv, row 1',
        'They said "no",\nthen left.',
        {
          ...nothingKnown,
          outlet: { is: 'Harbour News', found: 'column “Outlet”' },
          date: { is: '2025-05-02', found: 'column “date”' },
        },
        'Harbour News,2 May 2025,"They said ""no"",\r\nthen left.",x',
        'Very short text: 5 words.',
      ],
      [
        'rows.csv, row 2',
        'Nothing new.',
        nothingKnown,
        ',03/04/2025,Nothing new.,y',
        'Its date is not understood, so it is left unknown.',
      ],
    ]);
  });

  test('the good lines of a JSONL file, and says what is wrong with each of the others', async () => {
    const lines = [
      '{"text":"One.","headline":"First"}',
      '',
      '{"text":',
      '{"text":5}',
      '{"text":"Two.","url":"javascript:alert(1)"}',
      '{"text":"Three.","url":null}',
    ];
    expect(inShort(await importAll('rows.jsonl', bytesOf(lines.join('\n')), { parsers }))).toEqual([
      'rows.jsonl, line 1: One.',
      'rows.jsonl, line 3: invalid',
      'rows.jsonl, line 4: invalid',
      'rows.jsonl, line 5: invalid_url',
      'rows.jsonl, line 6: Three.',
    ]);
  });

  test('an archive of all of these in its order, without what macOS adds', async () => {
    const bytes = zipSync({
      'b/page.html': strToU8(page('')),
      '__MACOSX/b/._page.html': strToU8('x'),
      'a/rents.docx': docx([run('A Word file.')]),
      'a/rents.pdf': [pdf([['A PDF.']]), { level: 0 }],
      'rows.csv': strToU8('text\nA row.\nAnother.'),
      'photo.jpg': strToU8('\xff\xd8\xff', true),
      'inner.zip': zipSync({ 'a.txt': strToU8('hidden') }),
      '../../up.txt': strToU8('Nowhere near.'),
    });
    expect(inShort(await importAll('all.zip', bytes, { parsers }))).toEqual([
      `all.zip/b/page.html: ${article}`,
      'all.zip/a/rents.docx: A Word file.',
      'all.zip/a/rents.pdf: A PDF.',
      'all.zip/rows.csv, row 1: A row.',
      'all.zip/rows.csv, row 2: Another.',
      'all.zip/photo.jpg: binary',
      'all.zip/inner.zip: unsupported',
      'all.zip/../../up.txt: unsupported',
    ]);
  });

  test('an archive’s members, but none whose path goes up or is absolute, and says why', async () => {
    const names = [
      'a..b/c.txt',
      'Q: and A.txt',
      '..c.txt',
      'sub/c/../../evil.txt',
      '/etc/a.txt',
      'a\\..\\b.txt',
      'C:\\a.txt',
      '..',
    ];
    const bytes = zipSync(Object.fromEntries(names.map((name) => [name, strToU8('Words.')])));
    const results = await importAll('all.zip', bytes, { parsers });
    expect(results.map((each) => (isSkipped(each) ? each.problem : each.name))).toEqual([
      ...names.slice(0, 3).map((name) => `all.zip/${name}`),
      ...names.slice(3).map((name) => `all.zip/${name} has a path that goes up or is absolute`),
    ]);
  });

  test('a text in the encoding that its reader chose', async () => {
    const { text, warnings } = await only('rents.txt', Uint8Array.from([0xf0, 0xe5, 0xe6, 0xe8, 0xec]), 'windows-1251');
    expect({ text, first: warnings[0] }).toEqual({ text: 'режим', first: 'Read as windows-1251, as chosen.' });
  });
});
