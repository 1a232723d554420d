import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import multer from 'multer';
import { z } from 'zod';
import { jsonFault } from '../corpus/import/json.js';
import { check } from '../corpus/store/shapes.js';
import { Refusal } from './refusal.js';
import { turns } from './turns.js';

/** What a request brought: a form's fields and files, or a JSON value. */
export interface Body {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly UploadedFile[];
  /** Undefined unless JSON was sent. */
  readonly json: unknown;
}

export interface UploadedFile {
  /** As the browser gave it: for display, never a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const NO_BODY: Body = { fields: new Map(), files: [], json: undefined };

const MB = 1024 * 1024;
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const MULTIPART = 'multipart/form-data';

/**
 * Bytes of a body by its type: a text of 8 MB is three times that as a form writes it, twice in JSON; files stand in
 * memory until they are parsed.
 */
export const MOST_BYTES: Readonly<Record<string, number>> = {
  [FORM]: 24 * MB,
  [JSON_TYPE]: 16 * MB,
  [MULTIPART]: 64 * MB,
};
/** A review page of a hundred documents has seven fields for each. */
const MOST_FIELDS = 2_000;
const MOST_FILES = 200;
const MOST_FIELDS_BESIDE_FILES = 50;
const LONGEST_NAME = 100;

/** A body that counts: two of these at a time, and their texts, are what the program's memory is made for. */
const LARGE = 2 * MB;
const turn = turns(2);
const upload = multer({
  storage: multer.memoryStorage(),
  defParamCharset: 'utf8',
  limits: {
    fieldNameSize: LONGEST_NAME,
    fieldSize: 8 * MB,
    fields: MOST_FIELDS_BESIDE_FILES,
    fieldNestingDepth: 0,
    fieldArrayIndexLimit: 0,
    fileSize: MOST_BYTES[MULTIPART] ?? 0,
    files: MOST_FILES,
    parts: MOST_FILES + MOST_FIELDS_BESIDE_FILES,
    headerPairs: 20,
  },
}).any();

/** Reads what was sent, within its limits. The gate has looked at declared length and type. */
export const body: RequestHandler = async (request, response, next) => {
  if (Number(request.headers['content-length'] ?? Infinity) > LARGE && hasBody(request)) await turn(response);
  if (request.destroyed) return;
  const { type } = mediaType(request.headers['content-type'] ?? '');
  let isDone = false;
  const done = (error?: unknown, read: () => Body = () => NO_BODY): void => {
    if (isDone) return;
    isDone = true;
    try {
      if (error !== undefined && error !== null) throw bodyFault(error);
      response.locals.body = read();
      next();
    } catch (fault) {
      // What was not read must not be taken for the next request.
      response.setHeader('Connection', 'close');
      next(fault);
    }
  };
  // Both parsers in common use read an oversized body to its end before they say so; one without a length has none.
  limited(request, MOST_BYTES[type] ?? 0, done);
  if (type === MULTIPART) upload(request, response, (error: unknown) => done(error, () => multipart(request)));
  else whole(request, done, type === JSON_TYPE ? json : form);
};

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined;
}

type Finish = (error?: unknown, read?: () => Body) => void;

function limited(request: IncomingMessage, most: number, done: Finish): void {
  let bytes = 0;
  request.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes <= most) return;
    request.pause();
    done({ status: 413 });
  });
}

function whole(request: IncomingMessage, done: Finish, parse: (bytes: Uint8Array) => Body): void {
  const pieces: Buffer[] = [];
  request
    .on('data', (piece: Buffer) => pieces.push(piece))
    .on('end', () => {
      done(undefined, () => parse(Buffer.concat(pieces)));
    })
    .on('close', () => {
      done({ status: 400 });
    });
}

/** `text/plain; charset=UTF-8` in small letters. */
export function mediaType(header: string): { type: string; charset: string } {
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  return { type: type.trim(), charset: charset?.slice('charset='.length).replaceAll('"', '') ?? '' };
}

function form(bytes: Uint8Array): Body {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(utf8(bytes))) add(fields, name, value);
  return { ...NO_BODY, fields };
}

/** Half a character can only come escaped: the bytes are UTF-8. A reviver takes as long again, so it is used where one may be. */
const ESCAPED_HALF = /\\u[dD][89a-fA-F]/;

function wellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

function json(bytes: Uint8Array): Body {
  const source = utf8(bytes);
  const fault = jsonFault(source);
  if (fault === 'too many keys') throw new Refusal(413, 'the JSON has too many fields', 'send fewer documents at once');
  try {
    if (fault === undefined)
      return { ...NO_BODY, json: JSON.parse(source, ESCAPED_HALF.test(source) ? wellFormed : undefined) };
  } catch {
    // Said below.
  }
  throw new Refusal(400, 'what was sent is not JSON', 'send one JSON object, in UTF-8');
}

function multipart(request: Request): Body {
  const fields = new Map<string, string[]>();
  for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, unknown>))
    for (const each of [value].flat()) if (typeof each === 'string') add(fields, name, each);
  const files = ((request.files ?? []) as Express.Multer.File[]).map(({ originalname, buffer }) => ({
    name: originalname,
    bytes: new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length),
  }));
  // A browser sends a field for files with no file chosen as one without name and bytes.
  return { ...NO_BODY, fields, files: files.filter(({ name, bytes }) => name !== '' || bytes.length > 0) };
}

function add(fields: Map<string, string[]>, name: string, value: string): void {
  const values = fields.get(name);
  if (values) values.push(value.toWellFormed());
  else if (fields.size < MOST_FIELDS) fields.set(name.slice(0, LONGEST_NAME), [value.toWellFormed()]);
  else throw new Refusal(413, `the form has more than ${MOST_FIELDS} fields`, 'send it in several pieces');
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, 'what was sent is not UTF-8', 'send it as UTF-8');
  }
}

/** Multer's and the body parser's errors differ in kind; what a client did wrong is in both. */
function bodyFault(error: unknown): unknown {
  const { status, code } = error as { status?: unknown; code?: unknown };
  const isLimit = typeof code === 'string' && code.startsWith('LIMIT_') && !/UNEXPECTED|KEY|NAME|NEST|INDEX/.test(code);
  if (status === 413 || isLimit)
    return new Refusal(
      413,
      'what was sent is larger than is taken',
      `send at most ${MOST_FILES} files of 64 MB together`,
    );
  if (status === 415)
    return new Refusal(415, 'what was sent is of a type that is not taken', 'send it as it is, in UTF-8');
  return new Refusal(400, 'what was sent is broken or cut short', 'send it again');
}

/** In a form one value or several; always several to who reads it. */
export const many = z.union([z.array(z.string()), z.string().transform((value) => [value])]);

/** The revision that an editor saw. */
export const seen = z.coerce.number().int().min(0).optional();

/** A form's fields or a JSON object, checked. @throws {ParallaxError} `bad-input`, naming the field */
export function readBody<T extends z.ZodType>(schema: T, { fields, json: value }: Body): z.output<T> {
  const given =
    value === undefined
      ? Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]))
      : value;
  return check(schema, given, 'what was sent');
}

/** A JSON object of words or lists of words as the form that it stands for. @throws {ParallaxError} `bad-input` */
export function asForm(given: Body): Body {
  if (given.json === undefined) return given;
  const fields = check(z.record(z.string().max(LONGEST_NAME), many), given.json, 'what was sent');
  return { ...given, fields: new Map(Object.entries(fields)) };
}

/** What had been typed into a field, to show it again. */
export function typedIn(given: Body | undefined, name: string): string | undefined {
  const value = given?.fields.get(name)?.[0];
  return value;
}
