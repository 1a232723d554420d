/** At most so many of a list, spread evenly over it. */
export function everyFew<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, Math.ceil(list.length / most));
  return step === 1 ? list : list.filter((_, at) => at % step === 0);
}
