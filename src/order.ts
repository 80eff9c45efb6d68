/** The order of UTF-16 units: the same everywhere, whatever the language of the system. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
