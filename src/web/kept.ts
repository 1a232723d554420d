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
  private bytes = 0;

  constructor(private readonly most = MOST_BYTES) {}

  get(address: string, version: string): KeptBody | undefined {
    const body = this.bodies.get(address);
    return body?.version === version ? body : undefined;
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
    this.compress(address, body);
  }

  /** Quality 11 takes some 60 ms for a page: once, off the main thread, after the first response has gone out. */
  private compress(address: string, body: KeptBody): void {
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
