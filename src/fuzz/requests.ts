import fc, { type Arbitrary } from 'fast-check';
import { bodyFor, type MadeBody } from './bodies.js';
import type { Sent } from './connection.js';
import type { Form, Learned } from './learn.js';
import { headerValue, token, value } from './values.js';

/** Requests to a site: mostly what its pages lead to, changed somewhere; some that are no HTTP at all. */
export function requestTo({ addresses, forms }: Learned, port: number): Arbitrary<Sent> {
  const address = fc.constantFrom(...addresses);
  const form = fc.constantFrom(...(forms.length > 0 ? forms : [NO_FORM]));
  // A page is made for HEAD as for GET; sending half a megabyte takes longer than that.
  const reading = fc.tuple(fc.constantFrom('GET', 'HEAD'), changed(address));
  const writing = fc.tuple(
    fc.constant('POST'),
    form.chain((each) => fc.tuple(changed(fc.constant(each.action)), bodyFor(each))),
  );
  const other = fc.tuple(fc.constantFrom('PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'), changed(address));
  const sound = fc
    .oneof(
      { weight: 60, arbitrary: reading.map(([method, path]) => ({ method, path, body: undefined })) },
      { weight: 30, arbitrary: writing.map(([method, [path, body]]) => ({ method, path, body })) },
      { weight: 5, arbitrary: other.map(([method, path]) => ({ method, path, body: undefined })) },
    )
    .chain((request) => headersOf(port).map((headers) => written(request, headers)));
  return fc.oneof(
    { weight: 30, arbitrary: sound },
    { weight: 1, arbitrary: fc.tuple(sound, fc.nat(), fc.nat(7)).map(unsound) },
  );
}

const NO_FORM: Form = { action: '/', multipart: false, fields: [] };

/** As it is, with another query, another form, a piece replaced, or something quite else. */
function changed(address: Arbitrary<string>): Arbitrary<string> {
  const encoded = value.map((each) => encodeURIComponent(each.toWellFormed()));
  return fc.oneof(
    // Mostly, since a page that is asked for again costs little, and one with another query a whole comparison.
    { weight: 18, arbitrary: address },
    {
      weight: 1,
      arbitrary: fc
        .tuple(address, fc.constantFrom('.json', '.csv', '/', '/sheet', '/edit'))
        .map(([path, end]) => before(path, end)),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          address,
          fc.constantFrom('query', 'q', 'page', 'after', 'a', 'b', 'reference', 'quoted', 'revision', 'x'),
          encoded,
        )
        .map(([path, name, is]) => `${path}${path.includes('?') ? '&' : '?'}${name}=${is}`),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(address, encoded, fc.nat()).map(([path, piece, at]) => {
        const parts = path.split('/');
        parts[1 + (at % Math.max(1, parts.length - 1))] = piece;
        return parts.join('/');
      }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '//evil.test',
        '/%',
        '/%E0%A4%A',
        '/%00',
        '/..%2f..%2fetc/passwd',
        '/?[a][b]=1&__proto__=1',
        '*',
      ),
    },
    { weight: 3, arbitrary: fc.stringMatching(/^\/[!-~]{0,60}$/) },
  );
}

function before(path: string, end: string): string {
  const at = path.indexOf('?');
  return at < 0 ? path + end : path.slice(0, at) + end + path.slice(at);
}

function headersOf(port: number): Arbitrary<readonly string[]> {
  const own = `127.0.0.1:${port}`;
  const host = fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(own, `localhost:${port}`) },
    { weight: 1, arbitrary: fc.oneof(fc.constantFrom('evil.test', '', '[::1', '127.0.0.1.nip.io'), headerValue) },
  );
  const others = fc.oneof(
    fc.constantFrom(
      'Accept: application/json',
      'Accept: text/html,*/*;q=0.8',
      'Accept-Encoding: br',
      'Sec-Fetch-Site: same-origin',
    ),
    fc.constantFrom(
      `Origin: http://${own}`,
      `Origin: http://localhost:${port}`,
      'Sec-Fetch-Site: none',
      'Accept-Encoding: gzip, br;q=0',
    ),
    fc.constantFrom(
      'Origin: null',
      'Origin: http://evil.test',
      'Sec-Fetch-Site: cross-site',
      'Range: bytes=5-1',
      'If-None-Match: *',
    ),
    fc.constantFrom(
      'Cookie: a=%E0;;=',
      'Authorization: Bearer x',
      'X-HTTP-Method-Override: DELETE',
      'X-Forwarded-Host: evil.test',
    ),
    fc
      .tuple(token, headerValue)
      .filter(([name]) => !RESERVED.test(name))
      .map(([name, is]) => `${name}: ${is}`),
    headerValue.map((is) => `If-None-Match: "${is}"`),
    headerValue.map((is) => `Accept-Encoding: ${is}`),
  );
  return fc.tuple(host, fc.array(others, { maxLength: 3 })).map(([is, all]) => [`Host: ${is}`, ...all]);
}

/** They would make the request another one, or end the connection. */
const RESERVED =
  /^(?:host|connection|content-length|transfer-encoding|upgrade|expect|keep-alive|te|trailer|proxy-connection)$/i;

interface Made {
  readonly method: string;
  readonly path: string;
  readonly body: MadeBody | undefined;
}

function written({ method, path, body }: Made, headers: readonly string[]): Sent {
  const ofBody = body
    ? [...(body.type === '' ? [] : [`Content-Type: ${body.type}`]), `Content-Length: ${body.bytes.length}`]
    : [];
  const target = path.replaceAll(/[^!-~]/g, (each) => encodeURIComponent(each.toWellFormed()));
  const head = [`${method} ${target} HTTP/1.1`, ...headers, ...ofBody, '', ''].join('\r\n');
  return { bytes: Buffer.concat([Buffer.from(head, 'latin1'), body?.bytes ?? Buffer.alloc(0)]), method, sound: true };
}

/** Breaks a request as HTTP: cut, a byte changed, two lengths, length and chunks, bare line ends, a header without end. */
function unsound([{ bytes, method }, at, how]: readonly [Sent, number, number]): Sent {
  const place = at % bytes.length;
  const head = bytes.indexOf('\r\n\r\n');
  const insert = (text: string): Buffer =>
    Buffer.concat([bytes.subarray(0, head), Buffer.from(`\r\n${text}`), bytes.subarray(head)]);
  const made = [
    () => bytes.subarray(0, place),
    () => Buffer.concat([bytes.subarray(0, place), Buffer.from([at & 255]), bytes.subarray(place + 1)]),
    () => insert('Content-Length: 5\r\nContent-Length: 6'),
    () => insert('Transfer-Encoding: chunked\r\nContent-Length: 3'),
    () => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
    () => insert(`X-Long: ${'a'.repeat(20_000)}`),
    () => insert('Content-Length: 99999999999'),
    () => insert('Expect: 100-continue\r\nConnection: upgrade\r\nUpgrade: h2c'),
  ][how];
  return { bytes: made?.() ?? bytes, method, sound: false };
}
