import { afterAll, expect, test } from '@jest/globals';
import { importAll, isSkipped, openParsers } from './built.js';
import { bytesOf, docx, FILLER, pdfOf, run } from './files.js';

// Files as people have them; each of these came out wrong once.

const parsers = openParsers();
afterAll(() => parsers.close());

const article = FILLER.repeat(4).trim();

/** Text, facts without where each was found, and warnings. */
async function read(name: string, bytes: Uint8Array) {
  return (await importAll(name, bytes, { parsers })).map((each) => {
    if (isSkipped(each)) return each.problem;
    const facts = (['title', 'outlet', 'author', 'date', 'url'] as const).flatMap((fact) => {
      const found = each.metadata[fact];
      return found ? [`${fact}: ${found.is} (${found.found})`] : [];
    });
    return { text: each.text, facts, warnings: each.warnings };
  });
}

/** Lines of ten points, each at its place. */
function pageOf(lines: readonly (readonly [x: number, y: number, text: string])[]): string {
  return lines.map(([x, y, text]) => `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET`).join('\n');
}

function laidOut(pages: readonly string[]): Uint8Array {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((shown, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
    ]),
  ]);
}

test('a PDF of two columns is read down each, without heads, feet and page numbers, over pages and hyphens', async () => {
  const around = (number: number): (readonly [number, number, string])[] => [
    [72, 770, 'Harbour Review of Housing'],
    [500, 770, `May ${number}`],
    [300, 40, `${number}`],
    [72, 40, 'Downloaded from example.org'],
  ];
  const pages = [
    pageOf([
      ...around(1),
      [72, 720, 'The council said that the rents'],
      [72, 708, 'would rise, a deci-'],
      [320, 720, 'sion that the tenants of'],
      [320, 708, 'the old town called'],
    ]),
    pageOf([
      ...around(2),
      [72, 720, 'a shame. A vote is to be'],
      [72, 708, 'held in June, it said,'],
      [320, 720, 'before the'],
      [320, 708, 'summer.'],
    ]),
  ];
  expect(await read('review.pdf', laidOut(pages))).toEqual([
    {
      text: 'The council said that the rents would rise, a decision that the tenants of the old town called a shame. A vote is to be held in June, it said, before the summer.',
      facts: [],
      warnings: ['Heads, feet and numbers that run through its pages were left out.', 'Very short text: 33 words.'],
    },
  ]);
});

test('lines of text that two pages begin with alike are kept', async () => {
  const page = pageOf([
    [72, 720, 'The council said'],
    [72, 708, 'that rents rise.'],
  ]);
  expect(await read('form.pdf', laidOut([page, page]))).toMatchObject([
    { text: 'The council said that rents rise.\n\nThe council said that rents rise.' },
  ]);
});

test('a reply has its writer’s words, with the quotes that Windows has, and not those it answers', async () => {
  const mail = [
    'From: =?ISO-8859-1?Q?Andr=E9_=93Ink=94_Quill?= <a@news.example>',
    'Subject: =?utf-8?B?UmU6IFJlbnRzIOKAkyBhZ2Fpbg==?=',
    'Content-Type: multipart/mixed; boundary=M',
    '',
    '--M',
    'Content-Type: text/plain; charset=windows-1252',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    `${article} =93A shame=94 =96 so they said.`,
    '',
    'On Thu, 1 May 2025 at 10:00, Ben Ink <b@x.example> wrote:',
    '',
    '> Words of another.',
    '>> And of a third.',
    '--M',
    'Content-Type: application/pdf; name="a.pdf"',
    'Content-Disposition: attachment; filename="a.pdf"',
    '',
    '%PDF-',
    '--M--',
    '',
  ].join('\r\n');
  expect(await read('reply.eml', bytesOf(mail))).toEqual([
    {
      text: `${article} “A shame” – so they said.`,
      facts: ['title: Re: Rents – again (Subject: line)', 'author: André “Ink” Quill (From: line)'],
      warnings: ['1 attachment left out.', '2 lines of earlier messages left out.'],
    },
  ]);
});

test('a message that quotes and says nothing else is kept whole', async () => {
  const mail = `From: a@b.example\r\nSubject: x\r\n\r\n> ${article}`;
  expect(await read('forwarded.eml', bytesOf(mail))).toMatchObject([{ text: `> ${article}`, warnings: [] }]);
});

test('a Word file has the title that is set as one, and says that notes are left out', async () => {
  const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const bytes = docx([
    `<w:pPr><w:pStyle w:val="Title"/></w:pPr>${run('Rents rise')}`,
    `${run(article)}${note}${run(' So they said.')}`,
  ]);
  expect(await read('rents.docx', bytes)).toEqual([
    {
      text: `Rents rise\n\n${article} So they said.`,
      facts: ['title: Rents rise (paragraph of the style “Title”)'],
      warnings: ['1 footnote or endnote left out.'],
    },
  ]);
});

test('Markdown’s front matter is what is known of the text, and no part of it', async () => {
  const matter =
    '---\r\ntitle: "Rents: a rise"\r\nauthor: [Ada Quill, Ben Ink]\r\ndate: 2025-05-02\r\ntags:\r\n  - rents\r\nsource: Harbour News\r\n---\r\n';
  expect(await read('rents.md', bytesOf(`${matter}\r\n# Rents rise\r\n\r\n${article}`))).toEqual([
    {
      text: `# Rents rise\n\n${article}`,
      facts: [
        'title: Rents: a rise (front matter “title”)',
        'outlet: Harbour News (front matter “source”)',
        'author: Ada Quill, Ben Ink (front matter “author”)',
        'date: 2025-05-02 (front matter “date”)',
      ],
      warnings: [],
    },
  ]);
  const rule = `${article}\n\n---\n\ntitle: of nothing\n\n---\n`;
  expect(await read('rule.md', bytesOf(rule))).toMatchObject([{ text: rule, facts: [] }]);
});

test('a table as Excel writes it in Windows-1252, with semicolons, its own first line, and dates with dots', async () => {
  const csv = Buffer.from(
    `sep=;\r\nHeadline;Source;Published;Body\r\n"Rents; again";Caf\xe9 News;02.05.2025;"\x93No\x94,\r\n${article}"\r\n`,
    'latin1',
  );
  expect(await read('excel.csv', csv)).toMatchObject([
    {
      text: `“No”,\n${article}`,
      facts: [
        'title: Rents; again (column “Headline”)',
        'outlet: Café News (column “Source”)',
        'date: 2025-05-02 (column “Published”)',
      ],
    },
  ]);
});

test('a line of JSON as news services give it: an outlet with a name, a list of authors', async () => {
  const json = {
    content: article,
    source: { id: null, name: 'Quay' },
    authors: ['A. Ink', { name: 'B. Ink' }],
    publishedAt: '2025-05-02T10:00:00Z',
  };
  expect(await read('news.jsonl', bytesOf(JSON.stringify(json)))).toEqual([
    {
      text: article,
      facts: [
        'outlet: Quay (field “source”)',
        'author: A. Ink, B. Ink (field “authors”)',
        'date: 2025-05-02 (field “publishedAt”)',
      ],
      warnings: [],
    },
  ]);
});
