const ADDRESS = / (href|action|formaction)="\/(?!assets\/|corpora[/"?#]|schema\/)(["?#]?)/g;

/**
 * A page's HTML with its links moved under the root of its corpus, so that none leads into another one. Models write
 * addresses as if there were one corpus; a base passed to each of them would be forgotten in one, as this cannot be: texts
 * are escaped, so only our own markup holds a quotation mark.
 */
export function rooted(html: string, root: string): string {
  if (root === '') return html;
  return html.replace(ADDRESS, (_, name: string, end: string) => ` ${name}="${root}${end === '' ? '/' : end}`);
}

/** One address from a corpus's root; `/corpora…` leads out of it. */
export function rootedAddress(address: string, root: string): string {
  if (root === '' || /^\/corpora(?:$|[/?#])/.test(address)) return address;
  return address === '/' ? root : root + address.replace(/^\/(?=[?#])/, '');
}
