/** Orders keys by their UTF-16 code units, ascending: the same on every machine, whatever its language. */
export function byCodeOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
