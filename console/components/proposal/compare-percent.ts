/** Orders per cents with one decimal, given as text; what has none comes first. */
export function comparePercent(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return Number(a) - Number(b);
}
