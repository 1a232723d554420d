import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { decode, MAX_DOCUMENT_BYTES } from '../../src/text/decode.js';
import { ParallaxError } from '../../src/text/error.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytesOfText = Buffer.from(`\ufeff${text}`, 'utf16le');
  return littleEndian ? bytesOfText : bytesOfText.swap16();
};

describe('decodes', () => {
  const text = 'Erdoğan’s “peace”\r\n';
  test.each([
    ['UTF-8', new TextEncoder().encode(text), 'utf-8'],
    ['UTF-8 with a byte-order mark', new TextEncoder().encode(`\ufeff${text}`), 'utf-8'],
    ['UTF-16, small end first', utf16(text, true), 'utf-16le'],
    ['UTF-16, big end first', utf16(text, false), 'utf-16be'],
  ])('%s', (_, given, encoding) => {
    expect(decode(given, 'a.txt')).toEqual({ text, encoding, warnings: [] });
  });

  test('Windows-1252 with its curly quotes, and says so', () => {
    const given = bytes(0x93, ...Buffer.from('caf'), 0xe9, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35, 0x92, 0x73);
    expect(decode(given, 'a.txt')).toEqual({
      text: '“café” – €5’s',
      encoding: 'windows-1252',
      warnings: [
        'Not valid UTF-8; decoded as Windows-1252. If its letters look wrong, import it with its encoding chosen.',
      ],
    });
  });

  const cyrillic: readonly [string, string][] = [
    ['Russian', 'Совет сообщил в понедельник, что арендная плата в старом городе вырастет. «Позор!» – сказал жилец.'],
    ['Bulgarian', 'Съветът съобщи в понеделник, че наемите в стария град ще се повишат с десет процента.'],
    ['Ukrainian', 'Рада повідомила в понеділок, що орендна плата в старому місті зросте на десять відсотків.'],
    ['Russian with an English name', 'The Harbour News: совет сообщил, что плата в старом городе вырастет.'],
  ];
  test.each(
    cyrillic.flatMap(([name, words]) => [
      [name, words, 'windows-1251', 'Windows-1251, Cyrillic'] as const,
      ...(name === 'Ukrainian' ? [] : [[name, words, 'koi8-r', 'KOI8-R, Cyrillic'] as const]),
    ]),
  )('%s without a mark, “%s”, as %s, and says so', (_, words, encoding, spoken) => {
    const plain = encoding === 'koi8-r' ? words.replace(/[«»–]/g, '-') : words;
    expect(decode(iconv.encode(plain, encoding), 'a.txt')).toEqual({
      text: plain,
      encoding,
      warnings: [
        `Not valid UTF-8; decoded as ${spoken}. If its letters look wrong, import it with its encoding chosen.`,
      ],
    });
  });

  test.each([
    ['French', 'À l’été, François a dénoncé le régime où l’élève a été très gêné.', 'windows-1252'],
    ['Icelandic', 'Það er ekki víst að sú bók sé góð, en þó má lesa hana. Ég á hús.', 'windows-1252'],
    ['Greek', 'Το συμβούλιο είπε τη Δευτέρα ότι τα ενοίκια στην παλιά πόλη θα αυξηθούν.', 'iso-8859-7'],
    ['Hebrew', 'המועצה הודיעה ביום שני כי שכר הדירה בעיר העתיקה יעלה בעשרה אחוזים', 'windows-1255'],
    ['Arabic', 'قال المجلس يوم الاثنين إن الإيجارات في المدينة القديمة سترتفع', 'windows-1256'],
    ['Chinese', '政府批评报道媒体回应租金上涨居民表示不满', 'gb18030'],
    ['Korean', '정부는 월요일에 구시가지의 임대료가 오를 것이라고 말했다', 'euc-kr'],
    ['Japanese', '政府は月曜日に旧市街の家賃が上がると述べた', 'euc-jp'],
  ])('%s without a mark as no Cyrillic', (_, words, encoding) => {
    expect(decode(iconv.encode(words, encoding), 'a.txt').encoding).toBe('windows-1252');
  });

  test('a text with a stray NUL without it, and says so', () => {
    expect(decode(Buffer.from('The minister\0 spoke.'), 'a.txt')).toEqual({
      text: 'The minister spoke.',
      encoding: 'utf-8',
      warnings: ['1 control character removed.'],
    });
  });

  test('half a surrogate pair as the replacement character, so that the text is well-formed', () => {
    expect(decode(bytes(0xff, 0xfe, 0x41, 0, 0x00, 0xd8, 0x42, 0), 'a.txt').text).toBe('A\ufffdB');
  });

  test('an article that begins like an archive', () => {
    expect(decode(Buffer.from('MZ and PK were two firms.'), 'a.txt').text).toBe('MZ and PK were two firms.');
  });
});

test.each([
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'binary'],
  ['an archive', Buffer.from('504b0304140000000800', 'hex'), 'binary'],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'binary'],
  ['NULs all over', Buffer.from('a\0\0b\0\0c\0\0d\0\0'), 'binary'],
  ['control characters all over', Buffer.from('\x01\x02\x03\x04\x05\x06text'), 'binary'],
  ['UTF-32', bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), 'unsupported-encoding'],
  ['nothing', bytes(), 'empty'],
  ['only spaces and invisible characters', Buffer.from(' \n\t\u200b\ufeff '), 'empty'],
  ['too much', new Uint8Array(MAX_DOCUMENT_BYTES + 1).fill(97), 'too-large'],
])('refuses %s in one line that says what to do', (_, given, code) => {
  const error = caught(() => decode(given, 'a.txt'));
  expect({ code: error.code, line: error.message }).toEqual({
    code,
    line: expect.stringMatching(/^a\.txt [^\n]+: [^\n]+\.$/),
  });
});

function caught(act: () => unknown): ParallaxError {
  try {
    act();
  } catch (error) {
    if (error instanceof ParallaxError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}
