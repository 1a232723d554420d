import { describe, expect, test } from '@jest/globals';
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
      warnings: ['Not valid UTF-8; decoded as Windows-1252.'],
    });
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
