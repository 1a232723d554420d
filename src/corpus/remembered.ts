/** Made when first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The last few results of a function, by its arguments as JSON. */
export function remembered<A extends readonly unknown[], T>(
  most: number,
  make: (...given: A) => T,
): (...given: A) => T {
  const made = new Map<string, T>();
  return (...given) => {
    const key = JSON.stringify(given);
    const known = made.get(key);
    const value = known ?? make(...given);
    made.delete(key);
    made.set(key, value);
    for (const oldest of made.keys()) if (made.size > most) made.delete(oldest);
    return value;
  };
}
