/** The first year whose agreement is paid here. A test holds it to the rulebook, which is too large to send to the browser. */
export const firstYear = 2021;

/** The years from the first to that of a moment, the latest first: what one can choose among. */
export function yearsUntil(now: string): readonly number[] {
  const last = Math.max(Number(now.slice(0, 4)), firstYear);
  return Array.from({ length: last - firstYear + 1 }, (_, before) => last - before);
}
