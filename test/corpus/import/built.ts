import type * as importFileModule from '../../../src/corpus/import/import-file.js';
import type * as importedModule from '../../../src/corpus/import/imported.js';
import type * as parserModule from '../../../src/corpus/import/parser-process.js';
import type * as startModule from '../../../src/corpus/import/start-child.js';

// A process runs compiled code: what starts one is tested as built.

export const built = (name: string): string =>
  new URL(`../../../dist/corpus/import/${name}.js`, import.meta.url).pathname;

export const { importFile, importRecord } = (await import(built('import-file'))) as typeof importFileModule;
export const { openParsers } = (await import(built('parser-process'))) as typeof parserModule;
export const { childOptions } = (await import(built('start-child'))) as typeof startModule;
export const { isSkipped } = (await import(built('imported'))) as typeof importedModule;

export type Result = importedModule.Imported | importedModule.Skipped;

export async function importAll(
  name: string,
  bytes: Uint8Array,
  options: importFileModule.ImportOptions,
): Promise<Result[]> {
  const results: Result[] = [];
  for await (const each of importFile(name, bytes, options)) results.push(each);
  return results;
}

/** What a test compares: name and reason of what was skipped, name and text of what was taken. */
export function inShort(results: readonly Result[]): string[] {
  return results.map((each) => (isSkipped(each) ? `${each.name}: ${each.code}` : `${each.name}: ${each.text}`));
}
