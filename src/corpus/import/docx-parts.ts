import { Refusal } from './imported.js';
import { expands, readEntry, zipEntries, type ZipEntry } from './zip-entries.js';

/** The parts of a Word file that are read, each inflated within its limit and checked. */
export interface DocxParts {
  /** Path of the main part; Word Online calls it `word/document2.xml`. */
  readonly name: string;
  readonly xml: string;
  readonly relationships: string | undefined;
  readonly core: string | undefined;
  /** Runs of hidden text that were emptied. */
  readonly hidden: number;
}

// A Word file of an article has some 20 parts, one with many pictures a few hundred.
const MOST_ENTRIES = 2_000;
// Pictures do not shrink, so a file this much larger inside than any upload is a trap.
const MOST_BYTES = 128 * 1024 * 1024;
// mammoth holds up to 180 MB for each megabyte of this part; 4 MB are several hundred pages.
const MOST_XML = 4 * 1024 * 1024;
const MOST_SMALL_XML = 512 * 1024;
// Word itself writes no deeper than some forty.
const DEEPEST = 200;

const MAIN_PART = /^word\/document\d{0,3}\.xml$/;

/** Whether an archive’s names are those of a Word file. */
export function isDocx(names: Iterable<string>): boolean {
  const office = new Set<string>();
  for (const name of names) {
    const part = /^(?:\[Content_Types\]\.xml$|_rels\/\.rels$|word\/|xl\/|ppt\/)/.exec(name)?.[0];
    if (part !== undefined) office.add(part);
  }
  // One without its document is a broken Word file; one with sheets or slides is another program’s.
  const another = office.has('xl/') || office.has('ppt/');
  return office.has('[Content_Types].xml') && (office.has('word/') || office.has('_rels/.rels')) && !another;
}

/** @throws {Refusal} */
export async function docxParts(bytes: Uint8Array): Promise<DocxParts> {
  const entries = zipEntries(bytes, MOST_ENTRIES);
  if (!isDocx(entries.map(({ name }) => name))) {
    throw new Refusal('not_docx', 'is an archive, not a Word file', 'name it .zip, or save it from Word as .docx');
  }
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) throw expands(MOST_BYTES);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (byName.has(entry.name)) throw broken('has two parts of one name');
    byName.set(entry.name, entry);
  }
  const main = entries.find(({ name }) => MAIN_PART.test(name));
  if (!main) throw broken('has no document in it');
  const read = async (entry: ZipEntry | undefined, most: number) =>
    entry ? wellMade(Buffer.from(await readEntry(bytes, entry, most)).toString('utf8')) : undefined;
  const shown = withoutHidden((await read(main, MOST_XML)) ?? '');
  return {
    name: main.name,
    ...shown,
    relationships: await read(byName.get(main.name.replace('word/', 'word/_rels/') + '.rels'), MOST_SMALL_XML),
    core: await read(byName.get('docProps/core.xml'), MOST_SMALL_XML),
  };
}

// A value in quotes may hold “>”.
const TAG = /<(?:[^>"']|"[^"]*"|'[^']*')*>/y;

/**
 * Refuses XML that a parser would choke on: declarations of entities, depth, tags that do not pair.
 * @returns the XML, as given
 */
function wellMade(xml: string): string {
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) {
    throw new Refusal('dtd_forbidden', 'declares entities of its own', 'open it in Word and save it again');
  }
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const next = xml[at + 1];
    if (next === '?' || next === '!') continue;
    TAG.lastIndex = at;
    if (!TAG.test(xml)) throw broken('has XML that does not close');
    if (next === '/') depth -= 1;
    else if (xml[TAG.lastIndex - 2] !== '/') depth += 1;
    if (depth > DEEPEST) throw broken(`nests its elements more than ${DEEPEST} deep`);
    if (depth < 0) break;
  }
  if (depth !== 0) throw broken('has XML that does not close');
  return xml;
}

/** Empties the text of runs marked `w:vanish`; a run’s properties come before its text, so a run can be cut at its tag. */
function withoutHidden(xml: string): { xml: string; hidden: number } {
  if (!xml.includes('<w:vanish')) return { xml, hidden: 0 };
  let hidden = 0;
  const runs = xml.split(/(?=<w:r[ >])/).map((run) => {
    const properties = run.slice(0, run.indexOf('</w:rPr>') + 1);
    if (!run.startsWith('<w:r') || !/<w:vanish(?:\s*\/>|>|\s+w:val="(?:1|true|on)")/.test(properties)) return run;
    hidden += 1;
    return run.replace(/<w:t(?: [^>]{0,200})?>[^<]*<\/w:t>/g, '');
  });
  return { xml: runs.join(''), hidden };
}

function broken(says: string): Refusal {
  return new Refusal('malformed', says, 'open it in Word and save it again');
}
