import iconv from 'iconv-lite';

/**
 * Controls U+0080–U+009F as the characters that Windows-1252 has in their place: quotes, dashes, the euro sign. Node 20
 * decodes Windows-1252 as Latin-1 (nodejs/node#60888), and mail that calls itself Latin-1 mostly means Windows-1252.
 */
export function fromWindows(text: string): string {
  return text.replace(/[\u0080-\u009f]+/g, (controls) => iconv.decode(Buffer.from(controls, 'latin1'), 'windows-1252'));
}
