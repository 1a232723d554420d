/** ".57", as a newspaper's table prints a share. */
export function inHundredths(similarity: number): string {
  return similarity > 0.995 ? '1.00' : similarity.toFixed(2).slice(1);
}
