import fc, { type Arbitrary } from 'fast-check';
import type { Form } from './learn.js';
import { prose, value } from './values.js';

export interface MadeBody {
  readonly type: string;
  readonly bytes: Buffer;
}

const BOUNDARY = 'fuzz';

/** What may be sent to a form: as it wants it, as JSON, or broken. */
export function bodyFor({ fields, multipart }: Form): Arbitrary<MadeBody> {
  const filled = fc
    .tuple(...fields.map((field) => given(field).map((is) => [field.name, is] as const)))
    .chain((all) => fc.subarray([...all]).map((some) => (some.length % 3 === 0 ? [...all] : some)));
  const pairs = fc.oneof(
    { weight: 4, arbitrary: filled },
    { weight: 1, arbitrary: fc.array(fc.tuple(value, value), { maxLength: 6 }) },
  );
  return fc.oneof(
    { weight: multipart ? 2 : 5, arbitrary: pairs.map(urlencoded) },
    { weight: multipart ? 5 : 1, arbitrary: fc.tuple(pairs, fc.array(file, { maxLength: 2 })).map(multipartOf) },
    { weight: 2, arbitrary: pairs.map((all) => json(JSON.stringify(Object.fromEntries(all)))) },
    { weight: 1, arbitrary: record.map((documents) => json(JSON.stringify(documents))) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 4 }).map(json) },
    { weight: 2, arbitrary: fc.tuple(pairs, value, fc.nat(200)).map(broken) },
  );
}

function given({ name, value: was }: { readonly name: string; readonly value: string }): Arbitrary<string> {
  const text = /text|body|note/.test(name) ? prose : value;
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(was) },
    { weight: 2, arbitrary: text },
    { weight: 1, arbitrary: value },
  );
}

type Pairs = readonly (readonly [string, string])[];

const urlencoded = (pairs: Pairs): MadeBody => ({
  type: 'application/x-www-form-urlencoded',
  bytes: Buffer.from(new URLSearchParams(pairs.map(([name, is]): [string, string] => [name, is])).toString()),
});

const json = (text: string): MadeBody => ({ type: 'application/json', bytes: Buffer.from(text) });

const record = fc.record(
  { text: fc.oneof(prose, value), title: value, outlet: value, author: value, date: value, url: value },
  { requiredKeys: [] },
);

interface MadeFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const file: Arbitrary<MadeFile> = fc.oneof(
  prose.map((text) => ({ name: 'a.txt', bytes: Buffer.from(text) })),
  prose.map((text) => ({ name: 'a.html', bytes: Buffer.from(`<title>${text.slice(0, 9)}</title><p>${text}</p>`) })),
  prose.map((text) => ({ name: 'a.csv', bytes: Buffer.from(`text,title\n"${text}",x\n`) })),
  prose.map((text) => ({ name: 'a.jsonl', bytes: Buffer.from(`${JSON.stringify({ text })}\n`) })),
  fc
    .tuple(
      fc.constantFrom('a.docx', 'a.pdf', 'a.eml', 'a.zip', 'a.png', '', '../a.txt'),
      fc.uint8Array({ maxLength: 60 }),
    )
    .map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) })),
);

function multipartOf([pairs, files]: readonly [Pairs, readonly MadeFile[]]): MadeBody {
  const part = (head: string, bytes: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      bytes,
      Buffer.from('\r\n'),
    ]);
  const quoted = (text: string): string => `"${text.replaceAll(/["\r\n\0]/g, '_')}"`;
  const parts = [
    ...pairs.map(([name, is]) => part(`name=${quoted(name)}`, Buffer.from(is))),
    ...files.map(({ name, bytes }) => part(`name="files"; filename=${quoted(name)}`, bytes)),
  ];
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    bytes: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  };
}

/** Cut short, of another type than it says, or with a stray byte. */
function broken([pairs, stray, at]: readonly [Pairs, string, number]): MadeBody {
  const whole = [multipartOf([pairs, []]), urlencoded(pairs), json(JSON.stringify(pairs))][at % 3] ?? json('');
  const types = [whole.type, 'multipart/form-data', 'text/plain', 'application/json; charset=utf-16', '', 'a/b;;='];
  const bytes = Buffer.concat([whole.bytes.subarray(0, at), Buffer.from(stray)]);
  return { type: types[at % types.length] ?? '', bytes };
}
