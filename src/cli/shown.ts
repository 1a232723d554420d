// eslint-disable-next-line no-control-regex -- these are what must go
const UNSHOWN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g;

/** What a file or a page may have named, for a line of a terminal: without codes that would move its cursor or turn its text round. */
export function shown(text: string): string {
  return text.replace(UNSHOWN, ' ').toWellFormed();
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
