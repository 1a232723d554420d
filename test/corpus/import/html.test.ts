import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseHtml, parseMarkup } from '../../../src/corpus/import/html.js';
import { bytesOf, FILLER, page } from './files.js';

const article = FILLER.repeat(4).trim();
const textOf = (body: string): string => parseMarkup(page(body)).text.replace(`\n\n${article}`, '');

describe('text of a page', () => {
  test.each([
    ['blocks do not fuse', '<div>over</div><div>throw</div>', 'over\n\nthrow'],
    ['inline tags do not part a word', '<p>re<b>gi</b>on<!-- c --> and multi<wbr>party</p>', 'region and multiparty'],
    ['a break ends a line', '<p>on<br>line</p>', 'on\nline'],
    ['a list keeps its lines together', '<ul><li>One</li><li>Two</li></ul>', 'One\nTwo'],
    [
      'cells are parted by a tab',
      '<table><tr><td>May</td><td>10</td></tr><tr><td>June</td><td>12</td></tr></table>',
      'May\t10\nJune\t12',
    ],
    ['spaces are folded as a browser folds them', '<p>  a \n b&nbsp;c </p>', 'a b\u00a0c'],
    ['entities are characters, escaped markup is text', '<p>R&amp;D &lt;b&gt; &#8220;x&#8221;</p>', 'R&D <b> “x”'],
    [
      'what is hidden is left out',
      '<p hidden>a</p><p aria-hidden="true">b</p><p style="display: none">c</p><p style="color:red">d</p>',
      'd',
    ],
    [
      'what script would show is left out',
      '<noscript>a</noscript><template>b</template><textarea>c</textarea><p>d</p>',
      'd',
    ],
    ['less-than signs are kept', '<p>3 < 4 <5</p>', '3 < 4 <5'],
  ])('%s', (_, body, text) => {
    expect(textOf(body)).toBe(text);
  });

  test('has the headline that Readability takes for a repetition of the title', () => {
    const markup = page('<h1>Rents rise</h1><p>By a tenth.</p>', '<title>Rents rise</title>');
    expect(parseMarkup(markup).text).toBe(`Rents rise\n\nBy a tenth.\n\n${article}`);
  });

  test('has the headline that stands beside the article, unless it is the site’s name', () => {
    const beside = (heading: string): string =>
      parseMarkup(`<title>May news</title><header><h1>${heading}</h1></header>${page('')}`).text.split('\n')[0] ?? '';
    expect(beside('Rents rise by a tenth')).toBe('Rents rise by a tenth');
    expect(beside('Harbour News')).toBe(article);
  });

  test('is all its blocks where no article is told from the rest, without menus', () => {
    const { text, warnings } = parseMarkup('<nav>Home</nav><p>Rents rise.</p><p>By a tenth.</p><footer>Terms</footer>');
    expect({ text, warnings }).toEqual({
      text: 'Rents rise.\n\nBy a tenth.',
      warnings: ['No article was told from the rest of the page: all its text is kept.'],
    });
  });

  test('never holds a word that the page does not show as one', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const wrap = fc.constantFrom('p', 'div', 'li', 'td', 'h2', 'blockquote', 'section', 'br');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, wrap), { minLength: 1, maxLength: 12 }), (blocks) => {
        const body = blocks.map(([text, tag]) => (tag === 'br' ? `${text}<br>` : `<${tag}>${text}</${tag}>`)).join('');
        const words = parseMarkup(page(`<div>${body}</div>`)).text.match(/[a-z]+/gi) ?? [];
        const shown = new Set([...blocks.map(([text]) => text), ...(FILLER.match(/[a-z]+/gi) ?? [])]);
        expect(words.filter((each) => !shown.has(each))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('comes of any bytes, or is refused', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '<p',
      ' a="',
      "'",
      '"',
      '<script>',
      '</script>',
      '<table>',
      '<svg>',
      '<title>',
      '&#',
      'x',
      ' ',
      '<![CDATA[',
      ']]>',
      '<plaintext>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const markup = page(pieces.join(''));
        expect(() => {
          try {
            parseMarkup(markup);
          } catch (error) {
            if (!(error instanceof Error && error.name === 'Refusal')) throw error;
          }
        }).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });
});

describe('what a page says of itself', () => {
  const metadataOf = (head: string, body = '<p>x</p>') => parseMarkup(page(body, head)).metadata;

  test('is taken from JSON-LD first, however it is nested', () => {
    const ld = {
      '@graph': [
        { '@type': 'WebSite', name: 'no' },
        {
          '@type': ['NewsArticle'],
          headline: 'Rents &amp; rates',
          publisher: { name: 'Harbour News' },
          author: [{ name: 'Ada Quill' }, 'Ben Ink'],
          datePublished: '2025-05-02T23:30:00Z',
          mainEntityOfPage: { '@id': 'https://news.example/rents' },
        },
      ],
    };
    expect(
      metadataOf(
        `<meta property="og:title" content="Other"><script type="application/ld+json">${JSON.stringify(ld)}</script>`,
      ),
    ).toEqual({
      title: { is: 'Rents & rates', found: 'JSON-LD' },
      outlet: { is: 'Harbour News', found: 'JSON-LD' },
      author: { is: 'Ada Quill, Ben Ink', found: 'JSON-LD' },
      date: { is: '2025-05-02', found: 'JSON-LD' },
      url: { is: 'https://news.example/rents', found: 'JSON-LD' },
    });
  });

  test('is unknown where it is impossible, not text, or no web address', () => {
    const ld =
      '{"@type":"NewsArticle","headline":{"a":1},"author":5,"datePublished":"2025-02-30","url":"javascript:x","__proto__":{"x":1}}';
    expect(
      metadataOf(
        `<link rel=canonical href="file:///a"><script type="application/ld+json">${ld}</script><script type="application/ld+json">{</script>`,
      ),
    ).toEqual({ title: null, outlet: null, author: null, date: null, url: null });
  });

  test('may stand in a time element', () => {
    expect(metadataOf('', '<time datetime="2025-05-02">today</time><p>x</p>').date).toEqual({
      is: '2025-05-02',
      found: '<time>',
    });
  });
});

describe('encoding of a page', () => {
  const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  test.each([
    [
      'as declared, where Latin-1 means Windows-1252',
      latin(`<meta charset=iso-8859-1><p>caf\xe9 \x80 5</p>`),
      'café € 5',
      [],
    ],
    ['as declared for other alphabets', latin('<meta charset="windows-1251"><p>\xf0\xe5\xe6\xe8\xec</p>'), 'режим', []],
    [
      'UTF-8 whatever is declared, if the bytes are that',
      bytesOf('<meta charset="windows-1251"><p>café</p>'),
      'café',
      [],
    ],
    [
      'not as declared, if the bytes are not that',
      latin('<meta charset="utf-8"><p>caf\xe9</p>'),
      'café',
      [
        'Not valid UTF-8; decoded as Windows-1252. If its letters look wrong, import it with its encoding chosen.',
        'The page declares the encoding UTF-8, which its bytes are not.',
      ],
    ],
    [
      'Cyrillic where it reads so and nothing is declared',
      Buffer.concat([bytesOf('<p>'), Buffer.from([0xf0, 0xe5, 0xe6, 0xe8, 0xec]), bytesOf('</p>')]),
      'режим',
      [
        'Not valid UTF-8; decoded as Windows-1251, Cyrillic. If its letters look wrong, import it with its encoding chosen.',
      ],
    ],
    ['never UTF-7', bytesOf('<meta charset="utf-7"><p>+ADw-b+AD4-</p>'), '+ADw-b+AD4-', []],
  ])('is %s', (_, bytes, text, warnings) => {
    const parsed = parseHtml(bytes, 'a.html');
    expect([parsed.text, parsed.warnings.filter((each) => !each.startsWith('No article'))]).toEqual([text, warnings]);
  });
});
