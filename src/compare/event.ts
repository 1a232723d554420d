/**
 * Whether a text of that date was published before the event, both ISO dates as far as they are known. Dates are compared
 * as precisely as both are: a text of 2023 is not said to come before November 2023.
 */
export function publishedBefore(date: string | null, event: string | null | undefined): boolean {
  if (date === null || !event) return false;
  const length = Math.min(date.length, event.length);
  return date.slice(0, length) < event.slice(0, length);
}
