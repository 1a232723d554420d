import { brotliCompress, constants } from 'node:zlib';

/** A finished response body in both codings. */
export interface KeptBody {
  readonly version: string;
  readonly etag: string;
  readonly type: string;
  readonly identity: Buffer;
  brotli?: Buffer | undefined;
}

/** Bytes of pages that are kept; typed topics could else fill the memory. */
const MOST_BYTES = 32 * 1024 * 1024;
const LONGEST_ADDRESS = 2048;

/** Rendered pages by their address, the oldest leaving first. */
export class KeptPages {
  private readonly bodies = new Map<string, KeptBody>();
  private readonly making = new Map<string, Promise<KeptBody>>();
  private readonly compressing = new WeakSet<KeptBody>();
  private bytes = 0;

  constructor(private readonly most = MOST_BYTES) {}

  get(address: string, version: string): KeptBody | undefined {
    const body = this.bodies.get(address);
    return body?.version === version ? body : undefined;
  }

  /** Makes a body and keeps it; all who ask for it meanwhile wait for the one. */
  once(address: string, version: string, make: () => Promise<KeptBody>): Promise<KeptBody> {
    const key = `${version} ${address}`;
    const known = this.making.get(key);
    if (known) return known;
    const made = make()
      .then((body) => {
        this.keep(address, body);
        return body;
      })
      .finally(() => this.making.delete(key));
    // Whoever waits is told; who has gone away must not end the program.
    made.catch(() => undefined);
    this.making.set(key, made);
    return made;
  }

  keep(address: string, body: KeptBody): void {
    if (address.length > LONGEST_ADDRESS || sizeOf(body) > this.most / 4) return;
    this.drop(address);
    this.bodies.set(address, body);
    this.bytes += sizeOf(body);
    for (const oldest of this.bodies.keys()) {
      if (this.bytes <= this.most) break;
      this.drop(oldest);
    }
  }

  /**
   * Quality 11 takes some 60 ms for a page: once, off the main thread, when the first who could read it has been
   * answered; programs that fetch a page once ask for no coding.
   */
  compress(address: string, body: KeptBody): void {
    if (body.brotli || this.compressing.has(body)) return;
    this.compressing.add(body);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.identity.length,
    };
    brotliCompress(body.identity, { params }, (error, compressed) => {
      if (error || this.bodies.get(address) !== body) return;
      body.brotli = compressed;
      this.bytes += compressed.length;
    });
  }

  private drop(address: string): void {
    const body = this.bodies.get(address);
    if (!body) return;
    this.bodies.delete(address);
    this.bytes -= sizeOf(body);
  }
}

function sizeOf({ identity, brotli }: KeptBody): number {
  return identity.length + (brotli?.length ?? 0);
}
