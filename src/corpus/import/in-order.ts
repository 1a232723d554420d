/** Starts up to `ahead` of the items at a time and gives their results in the items’ order. */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  ahead: number,
  start: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const started: Promise<Result>[] = [];
  for (const item of items) {
    const result = start(item);
    // Awaited below, in its turn; until then a failure must not count as unhandled.
    result.catch(() => undefined);
    started.push(result);
    const first = started.length >= ahead ? started.shift() : undefined;
    if (first) yield await first;
  }
  for (const result of started) yield await result;
}
