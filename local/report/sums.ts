import { type LineKind, lineKinds } from '../../core/line-kinds.ts';
import type { MonthPayment, YearResult } from './year-result.ts';

const WHOLE = /^(0|-?[1-9]\d*)$/;

/** Whole kronor from their text. Refuses any other spelling. */
export function kronor(text: string): bigint {
  if (!WHOLE.test(text)) {
    throw new RangeError(
      `Not whole kronor: ${JSON.stringify(text)}. Allowed is text such as '-1250000'.`,
    );
  }
  return BigInt(text);
}

/** The sum of whole kronor; of none it is zero. */
export function sumOf(amounts: Iterable<string>): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += kronor(amount);
  return sum;
}

/** What of an amount is paid: all of it, where nothing else is said. */
export const paidOf = (of: {
  readonly totalSek: string;
  readonly paidSek?: string | undefined;
}): string => of.paidSek ?? of.totalSek;

/** National sums by kind, for the kinds that move money for some region, in the order of a statement. */
export function sumsByKind(payments: readonly MonthPayment[]): Map<LineKind, bigint> {
  const lines = payments.flatMap(({ regions }) => regions.flatMap((region) => region.lines));
  const moving = new Set(lines.filter(({ sek }) => kronor(sek) !== 0n).map(({ kind }) => kind));
  return new Map(
    lineKinds
      .filter((kind) => moving.has(kind))
      .map((kind) => [
        kind,
        sumOf(lines.filter((line) => line.kind === kind).map(({ sek }) => sek)),
      ]),
  );
}

/** What fell due to a region: what it carries from month to month, or has coming from a payment that came back, fell due before. */
const linesOf = (payments: readonly MonthPayment[], region: string) =>
  payments
    .flatMap(({ regions }) => regions.filter(({ code }) => code === region))
    .flatMap(({ lines }) => lines.filter(({ kind }) => kind !== 'carried-forward'));

/**
 * Refuses, with a RangeError, a result whose lines, regions and months do not add up to the krona; and one in which a region's lines
 * are not what it was paid and what is held for it: what came back is neither lost nor paid twice. What the months paid a region is what
 * it was paid.
 */
export function refuseWrongSums({ payments, bank }: YearResult): void {
  for (const { payee, paidSek, heldSek } of bank?.payees ?? []) {
    if (payee === 'SKR') continue; // Its requisitions have no lines.
    const own = payments.flatMap(({ regions }) => regions.filter(({ code }) => code === payee));
    const paid = sumOf(own.map(paidOf));
    if (paid !== kronor(paidSek)) {
      throw new RangeError(
        `${payee}: ${paidSek} kr were paid; its months say that ${paid} kr were.`,
      );
    }
    const due = sumOf(linesOf(payments, payee).map(({ sek }) => sek));
    if (due !== kronor(paidSek) + kronor(heldSek)) {
      throw new RangeError(
        `${payee}: its lines sum to ${due} kr; ${paidSek} kr were paid and ${heldSek} kr are held.`,
      );
    }
  }
  for (const payment of payments) {
    const { month, totalSek, regions } = payment;
    for (const { code, totalSek: regionTotal, lines } of regions) {
      const sum = sumOf(lines.map(({ sek }) => sek));
      if (sum !== kronor(regionTotal)) {
        throw new RangeError(
          `${month}: the lines of region ${code} sum to ${sum} kr, its total is ${regionTotal} kr.`,
        );
      }
    }
    const sum = sumOf(regions.map((region) => region.totalSek));
    if (sum !== kronor(totalSek)) {
      throw new RangeError(
        `${month}: the regions sum to ${sum} kr, the month's total is ${totalSek} kr.`,
      );
    }
    const paid = sumOf(regions.map(paidOf));
    if (paid !== kronor(paidOf(payment))) {
      throw new RangeError(
        `${month}: the regions were paid ${paid} kr, the month says ${paidOf(payment)} kr.`,
      );
    }
  }
}
