export interface Response {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  /** Whether nothing more comes on this connection. */
  readonly closes: boolean;
}

const HEAD_END = '\r\n\r\n';

/** Takes a connection's bytes apart into answers; in Latin-1, so that a unit is a byte. */
export class ResponseReader {
  private rest = '';

  constructor(
    private readonly answered: (response: Response) => void,
    /** The method of the request that is answered next. */
    private readonly method: () => string,
  ) {}

  take(piece: Buffer): void {
    this.rest += piece.toString('latin1');
    while (this.next(false));
  }

  /** The connection ended: what has no length is complete. */
  end(): void {
    this.next(true);
  }

  private next(ended: boolean): boolean {
    const headEnd = this.rest.indexOf(HEAD_END);
    if (headEnd < 0) return false;
    const head = this.rest.slice(0, headEnd).toLowerCase();
    const status = Number(/^http\/1\.[01] (\d{3})/.exec(head)?.[1] ?? 0);
    const bodyAt = headEnd + HEAD_END.length;
    // "Continue" is no answer.
    if (status >= 100 && status < 200) {
      this.rest = this.rest.slice(bodyAt);
      return true;
    }
    const empty = this.method() === 'HEAD' || status === 204 || status === 304;
    const taken = empty ? { body: '', end: bodyAt } : bodyOf(this.rest, head, bodyAt, ended);
    if (!taken) return false;
    this.rest = this.rest.slice(taken.end);
    this.answered({ status, head, body: taken.body, closes: head.includes('\r\nconnection: close') });
    return true;
  }
}

function bodyOf(
  text: string,
  head: string,
  at: number,
  ended: boolean,
): { readonly body: string; readonly end: number } | undefined {
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) {
    const end = at + Number(length);
    return text.length >= end ? { body: text.slice(at, end), end } : undefined;
  }
  if (head.includes('\r\ntransfer-encoding: chunked')) return chunks(text, at);
  return ended ? { body: text.slice(at), end: text.length } : undefined;
}

function chunks(text: string, from: number): { readonly body: string; readonly end: number } | undefined {
  let body = '';
  for (let at = from; ;) {
    const line = text.indexOf('\r\n', at);
    if (line < 0) return undefined;
    const size = Number.parseInt(text.slice(at, line), 16);
    const end = line + 2 + size + 2;
    if (text.length < end) return undefined;
    if (size === 0) return { body, end };
    body += text.slice(line + 2, line + 2 + size);
    at = end;
  }
}
