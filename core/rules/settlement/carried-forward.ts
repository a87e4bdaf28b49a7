import type { Explained } from '../../explain.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';

/** What a region's payment holds for its balance, and the balance after it. Absent where it is zero. */
export interface CarriedForward {
  readonly line?: Explained<Sek>;
  readonly balance?: Explained<Sek>;
}

/**
 * The line that keeps a region's payment from falling below zero, and that settles later what it kept back.
 *
 * The balance carried in is what the region still owes, negative, or a payment that came back from its bank, positive; absent
 * when there is neither. If the month's lines and the balance together are at least zero, the line is the balance and
 * nothing is owed any more. Otherwise the line takes away the lines, so that the payment is exactly zero, and the
 * rest is owed on. Both cases are the larger of the balance and minus the lines.
 *
 * @sv      överfört belopp
 * @cites   agreement-2021, Bilaga, Vinst- och förlustdelningsmodell; readings, R-11
 * @applies agreement years from 2021
 * @reading R-11
 */
export function carriedForward(
  lines: readonly Explained<Sek>[],
  balance?: Explained<Sek>,
): CarriedForward {
  const { sum, minus, negated, larger } = reckon({
    rule: 'settlement/carried-forward',
    cites: [{ source: 'readings', place: 'R-11' }],
  });
  const month = sum(lines);
  if (!balance) {
    return month.value.isNegative() ? { line: negated(month), balance: month } : {};
  }
  const line = larger(balance, negated(month));
  return {
    ...(line.value.isZero() ? {} : { line }),
    ...(line.value.equals(balance.value) ? {} : { balance: minus(balance, line) }),
  };
}
