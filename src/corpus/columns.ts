import { column, type Column } from '../text/reading.js';

/** A table of small numbers as one column, row after row. */
export function packRows<T>(items: readonly T[], row: (item: T) => readonly number[]): Column {
  return column(items.flatMap(row));
}

export function unpackRows<T>(values: Column, width: number, make: (row: readonly number[]) => T): T[] {
  const made: T[] = [];
  for (let i = 0; i + width <= values.length; i += width) made.push(make(Array.from(values.subarray(i, i + width))));
  return made;
}
