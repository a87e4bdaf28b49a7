import { lineKinds } from '../line-kinds.ts';
import { Fraction } from '../money/fraction.ts';
import { Sek } from '../money/sek.ts';
import { fixedPlaces } from '../money/to-places.ts';
import type { PaymentProposal, ProposedPayment } from './proposal.ts';

type Kind = ProposedPayment['lines'][number]['kind'];
/** What of a payout is compared. */
export type Compared = Pick<PaymentProposal, 'payments' | 'totalSek' | 'paid'>;

/** The difference from the month before: kronor, and per cent with one decimal where there is something to count from. */
export interface Change {
  readonly sek: string;
  readonly percent?: string;
}

/** Why an amount is worth a second look before it is approved. */
export type Outlier =
  | { readonly kind: 'instalment-differs'; readonly before: string; readonly now: string }
  | { readonly kind: 'unexplained'; readonly sek: string }
  | { readonly kind: 'unlike-others'; readonly line: Kind; readonly sek: string }
  | { readonly kind: 'not-paid-before' };

export interface ComparedPayment {
  readonly payee: ProposedPayment['payee'];
  readonly change: Change;
  readonly outliers: readonly Outlier[];
}

export interface Comparison {
  readonly payments: readonly ComparedPayment[];
  readonly total: Change;
  /** What the agreement explains of it: kinds of line that one of the two months has and the other has not. */
  readonly explained: readonly { readonly kind: Kind; readonly sek: string }[];
  /** What of the total's change that leaves, kronor. */
  readonly leftSek: string;
  /** Whether more is left than the krona per payee that instalments differ by. */
  readonly outliers: readonly Outlier[];
  /** Kinds of line that the month before did not have. */
  readonly newKinds: readonly Kind[];
  /** Payees of the month before that get nothing now. */
  readonly unpaidNow: readonly ProposedPayment['payee'][];
}

/** A change up to this, kronor or a tenth of what was paid before, is nothing to stop at. */
const smallChange = Sek.of('1000000');
const smallShare = Fraction.of(1n, 10n);
/** Instalments of one year differ by at most the krona that is left over. */
const leftOver = Sek.of('1');

/**
 * A payout against the one before it.
 *
 * Marked for the people who approve, since it is what they would stop at:
 * - an instalment that differs by more than 1 krona from the same year's in the month before (both with as many instalments);
 * - a payment whose lines, of kinds that both months have, changed by more than 1 000 000 kronor and more than a tenth of the
 *   payment before. A kind that is new or gone explains its own amount, and is named instead; so a February with its deduction
 *   for rebates is not marked 21 times;
 * - a total of which more than a krona per payee is left when the kinds that are new or gone are taken away;
 * - a line of a new kind above 1 000 000 kronor that is more than twice as large, for the size of the region's payment before,
 *   as the country's lines of that kind are: a figure typed in the wrong unit looks like that;
 * - a payee that got nothing the month before.
 */
export function comparePayouts(now: Compared, before: Compared): Comparison {
  const earlier = new Map(before.payments.map((payment) => [payment.payee, payment]));
  const here = new Set(now.payments.map(({ payee }) => payee));
  const added = onlyIn(now, before);
  const newKinds = added.map(({ kind }) => kind);
  const steady = sameInstalments(now, before);
  const usual = usualShares(now, earlier, newKinds);
  const comparable = (payment: ProposedPayment) => comparedPayment(payment, earlier, steady, usual);
  const [total, totalBefore] = [Sek.of(now.totalSek), Sek.of(before.totalSek)];
  const explained = [
    ...added,
    ...onlyIn(before, now).map(({ kind, sek }) => ({ kind, sek: sek.negated() })),
  ];
  const left = total.minus(totalBefore).minus(Sek.sum(explained.map(({ sek }) => sek)));
  const uneven = leftOver.times(Fraction.of(BigInt(now.payments.length)));
  return {
    payments: now.payments.map(comparable),
    total: changeOf(total, totalBefore),
    explained: explained.map(({ kind, sek }) => ({ kind, sek: sek.toString() })),
    leftSek: left.toString(),
    outliers:
      magnitude(left).compare(uneven) > 0 ? [{ kind: 'unexplained', sek: left.toString() }] : [],
    newKinds,
    unpaidNow: before.payments.map(({ payee }) => payee).filter((payee) => !here.has(payee)),
  };
}

/**
 * From one amount to another. Per cent are of the magnitude of what was before, so that their sign is the change's; half up and
 * away from zero on ties. Absent when there was nothing before.
 */
export function changeOf(now: Sek, before: Sek): Change {
  const difference = now.minus(before);
  if (before.isZero()) return { sek: difference.toString() };
  const percent = difference.fraction
    .dividedBy(magnitude(before).fraction)
    .times(Fraction.of(100n));
  return { sek: difference.toString(), percent: fixedPlaces(percent, 1) };
}

function comparedPayment(
  payment: ProposedPayment,
  earlier: ReadonlyMap<string, ProposedPayment>,
  steady: boolean,
  usual: ReadonlyMap<Kind, Fraction>,
): ComparedPayment {
  const { payee } = payment;
  const before = earlier.get(payee);
  const paid = Sek.of(payment.totalSek);
  if (!before)
    return { payee, change: changeOf(paid, Sek.zero), outliers: [{ kind: 'not-paid-before' }] };
  const total = Sek.of(before.totalSek);
  const [lines, linesBefore] = [linesOf([payment]), linesOf([before])];
  return {
    payee,
    change: changeOf(paid, total),
    outliers: [
      ...(steady ? changedInstalment(lines, linesBefore) : []),
      ...unexplained(lines, linesBefore, total),
      ...unlikeOthers(lines, total, usual),
    ],
  };
}

type Lines = ReadonlyMap<Kind, Sek>;

/** The sum of each kind of line. */
function linesOf(payments: readonly ProposedPayment[]): Lines {
  const sums = new Map<Kind, Sek>();
  for (const { lines } of payments)
    for (const { kind, sek } of lines)
      sums.set(kind, (sums.get(kind) ?? Sek.zero).plus(Sek.of(sek)));
  return sums;
}

/** What the lines come to of each kind that only the one month has. */
function onlyIn(now: Compared, before: Compared): readonly { kind: Kind; sek: Sek }[] {
  const known = linesOf(before.payments);
  const order: readonly Kind[] = [...lineKinds, 'sol', 'ihsi'];
  const sums = linesOf(now.payments);
  return order.flatMap((kind) => {
    const sek = sums.get(kind);
    return sek && !known.has(kind) ? [{ kind, sek }] : [];
  });
}

/** Do both months pay as many instalments, of the same agreement years? The month is the last part of `instalment/2021/2021-03`. */
function sameInstalments(now: Compared, before: Compared): boolean {
  const years = ({ paid }: Compared) =>
    paid
      .filter((key) => key.startsWith('instalment/'))
      .map((key) => key.split('/')[1])
      .join(' ');
  return years(now) === years(before);
}

function changedInstalment(now: Lines, before: Lines): readonly Outlier[] {
  const [one, other] = [before.get('instalment'), now.get('instalment')];
  if (!one || !other || magnitude(other.minus(one)).compare(leftOver) <= 0) return [];
  return [{ kind: 'instalment-differs', before: one.toString(), now: other.toString() }];
}

/** What changed in the kinds that both months have. */
function unexplained(now: Lines, before: Lines, paidBefore: Sek): readonly Outlier[] {
  const shared = [...now].flatMap(([kind, sek]) => {
    const earlier = before.get(kind);
    return earlier ? [sek.minus(earlier)] : [];
  });
  const change = Sek.sum(shared);
  const size = magnitude(change);
  const isSmall =
    size.compare(smallChange) <= 0 || size.compare(magnitude(paidBefore).times(smallShare)) <= 0;
  return isSmall ? [] : [{ kind: 'unexplained', sek: change.toString() }];
}

/** How large the country's lines of each new kind are, signs left out, for what their payees got the month before. */
function usualShares(
  now: Compared,
  earlier: ReadonlyMap<string, ProposedPayment>,
  kinds: readonly Kind[],
): ReadonlyMap<Kind, Fraction> {
  return new Map(
    kinds.flatMap((kind) => {
      const those = now.payments.flatMap(({ payee, lines }) =>
        lines
          .filter((line) => line.kind === kind)
          .map(({ sek }) => ({
            line: magnitude(Sek.of(sek)),
            paid: Sek.of(earlier.get(payee)?.totalSek ?? '0'),
          })),
      );
      const paid = Sek.sum(those.map((each) => each.paid));
      const lines = Sek.sum(those.map(({ line }) => line));
      return paid.isZero() ? [] : [[kind, lines.fraction.dividedBy(paid.fraction)] as const];
    }),
  );
}

function unlikeOthers(
  lines: Lines,
  paidBefore: Sek,
  usual: ReadonlyMap<Kind, Fraction>,
): readonly Outlier[] {
  return [...usual].flatMap(([kind, share]): readonly Outlier[] => {
    const line = lines.get(kind);
    if (!line || magnitude(line).compare(smallChange) <= 0) return [];
    const expected = paidBefore.times(share);
    return magnitude(line).compare(expected.plus(expected)) > 0
      ? [{ kind: 'unlike-others', line: kind, sek: line.toString() }]
      : [];
  });
}

const magnitude = (amount: Sek): Sek => (amount.isNegative() ? amount.negated() : amount);
