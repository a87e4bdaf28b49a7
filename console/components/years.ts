/** The years whose agreements are paid here. A test holds them to the rulebook, which is too large to send to the browser. */
export const agreementYears = [2021] as const;
export const firstYear = Math.min(...agreementYears);

/**
 * The agreement whose months are under way: an agreement's money moves from March to May of the year after it. Between agreements it is
 * the last one.
 */
export function agreementUnderWay(now: string): number {
  const year = Number(now.slice(0, 4)) - (now.slice(5, 7) <= '05' ? 1 : 0);
  return agreementYears.findLast((each) => each <= year) ?? firstYear;
}

/** The years from the first to that of a moment, the latest first: what one can choose among. */
export function yearsUntil(now: string): readonly number[] {
  const last = Math.max(Number(now.slice(0, 4)), firstYear);
  return Array.from({ length: last - firstYear + 1 }, (_, before) => last - before);
}

/**
 * The grant year under way: it is paid from March to February and settled in May after it, so until then it is the year before. Never
 * one before the first.
 */
export function yearUnderWay(now: string): number {
  const [latest = 0, before] = yearsUntil(now);
  return now.slice(5, 7) <= '05' ? (before ?? latest) : latest;
}
