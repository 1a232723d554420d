import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ParallaxError } from '../text/error.js';
import type { ZodType } from 'zod';

/** Reads a YAML file and checks its shape; a fault names file, place and remedy. */
export function readYaml<T>(path: string, schema: ZodType<T>, shown: string): T {
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ParallaxError(
      'lexicon',
      `${shown} is not readable YAML (${firstLine(error)})`,
      'mend it at the line named',
    );
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = placeOf(value, issue?.path ?? []);
  throw new ParallaxError(
    'lexicon',
    `${shown}${place}: ${issue?.message ?? 'has the wrong shape'}`,
    'see lexicon/README.md for the form',
  );
}

/** Every `*.yaml` below a folder, sorted, so that the same files make the same lexicon anywhere. */
export function yamlFiles(root: string): string[] {
  return readdirSync(root)
    .sort()
    .flatMap((name) => {
      const path = join(root, name);
      if (statSync(path).isDirectory()) return yamlFiles(path);
      return name.endsWith('.yaml') ? [path] : [];
    });
}

function placeOf(value: unknown, path: readonly PropertyKey[]): string {
  const [list, index, ...rest] = path;
  const row =
    list !== undefined && typeof index === 'number'
      ? (value as Record<PropertyKey, unknown[]>)[list]?.[index]
      : undefined;
  const id = row && typeof row === 'object' && 'id' in row ? String(row.id) : undefined;
  return id === undefined ? `, ${path.map(String).join('.')}` : `, entry ${id}, ${rest.map(String).join('.')}`;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
