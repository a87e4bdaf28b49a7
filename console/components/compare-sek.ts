/** Orders amounts in whole kronor, given as text, for sorting. */
export function compareSek(a: string, b: string): number {
  const difference = BigInt(a) - BigInt(b);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}
