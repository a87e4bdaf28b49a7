import type { Day } from '../calendar/day.ts';
import type { Payee } from '../inputs/contents.ts';
import type { Giro } from '../inputs/giro.ts';
import { type LineKind, lineKinds } from '../line-kinds.ts';
import { Sek } from '../money/sek.ts';
import type { CaseId } from '../record/case-id.ts';
import type { WorkingNodes } from '../record/working-nodes.ts';
import { type ByRegion, type RegionCode, regionCodes } from '../regions.ts';
import type { RegionPayment } from './compose.ts';
import type { Debtor } from './debtor.ts';
import type { CommandOf } from './decision.ts';
import type { GoingWithout, PayeeCode, RestsOn } from './events.ts';

/** A line as it is approved: kronor as text, and the hash that names its working. */
export type ProposedLine = {
  readonly kind: LineKind | 'sol' | 'ihsi' | 'reissue';
  readonly sek: string;
  readonly working: string;
};

/** One payee's payment as it is approved. */
export type ProposedPayment = {
  readonly payee: PayeeCode;
  readonly name: string;
  readonly organisationNumber: string;
  readonly payeeVersion: number;
  readonly lines: readonly ProposedLine[];
  readonly totalSek: string;
} & Giro;

/** What every proposal says of itself. */
type ProposalHead = {
  readonly case: CaseId;
  readonly number: number;
  readonly codeVersion: string;
  readonly agreements: readonly { readonly year: number; readonly registration: string }[];
  readonly restsOn: readonly RestsOn[];
};

/** Everything that a payment is made from. What two people approve is the hash of this, in canonical form. */
export type PaymentProposal = ProposalHead & {
  readonly kind: 'payment';
  readonly payDay: Day;
  readonly onlyOnPayDay: boolean;
  readonly budgetYear: number;
  readonly debtor: Debtor;
  readonly payments: readonly ProposedPayment[];
  readonly totalSek: string;
  /** The due items that this pays, by key. */
  readonly paid: readonly string[];
  readonly decisions: readonly string[];
  readonly warnings: readonly string[];
  readonly without: readonly GoingWithout[];
  /**
   * What the balances were made from: the cases that carried kronor forward, and by their vouchers the payments that came back. Another
   * one, or one less, makes another proposal.
   */
  readonly balancesFrom: readonly string[];
  /** Of the agreement years whose interim payments it settles: the payouts whose released lines it was worked out from. */
  readonly truesUp?: readonly TruedUpYear[];
  /** What each year has in a line that items of several agreement years make up; of other lines the keys say the year. */
  readonly yearShares?: readonly YearShare[];
};

/** An agreement year whose interim payments a payout settles, and the payouts that had released anything of its instalments. */
export type TruedUpYear = {
  readonly agreementYear: number;
  readonly releasedIn: readonly CaseId[];
};

/** An agreement year's part of a line, kronor. It stands even where the parts cancel each other and there is no line. */
export type YearShare = {
  readonly kind: LineKind;
  readonly agreementYear: number;
  readonly payee: RegionCode;
  readonly sek: string;
  readonly working: string;
};

/** The year's grants, as two people approve them. */
export type AllocationProposal = ProposalHead & {
  readonly kind: 'allocation';
  readonly potSek: string;
  readonly grants: readonly {
    readonly region: RegionCode;
    readonly sek: string;
    readonly working: string;
  }[];
};

/** The year's settlement, as State and SKR sign it. */
export type SettlementProposal = ProposalHead & {
  readonly kind: 'settlement';
  readonly lines: readonly {
    readonly region: RegionCode;
    readonly kind: LineKind;
    readonly sek: string;
    readonly working: string;
  }[];
  /** Local discounts as reported: listed for the parties, deducted on their own. */
  readonly localDiscounts: readonly { readonly region: RegionCode; readonly sek: string }[];
};

export type Proposal = PaymentProposal | AllocationProposal | SettlementProposal;

/** What the case is told of a proposal that is put before people. */
export const proposedOf = (
  document: Proposal,
): Omit<CommandOf<'propose'>, 'kind' | 'at' | 'proposal'> => {
  const { restsOn } = document;
  if (document.kind !== 'payment') return { restsOn, warnings: [] };
  const { totalSek, payDay, onlyOnPayDay, warnings, truesUp } = document;
  const years = truesUp && { truesUp: truesUp.map(({ agreementYear }) => agreementYear) };
  return { payment: { totalSek, payDay, onlyOnPayDay, ...years }, restsOn, warnings };
};

/** The regions' payments as lines of a proposal. A region without lines is left out. */
export function proposedPayments(
  payments: ByRegion<RegionPayment>,
  payeeOf: (code: RegionCode) => { readonly payee: Payee; readonly version: number },
  working: WorkingNodes,
): readonly ProposedPayment[] {
  return regionCodes.flatMap((code) => {
    const payment = payments.get(code);
    if (!payment || payment.lines.size === 0) return [];
    const { payee, version } = payeeOf(code);
    const lines = lineKinds.flatMap((kind) => {
      const line = payment.lines.get(kind);
      return line
        ? [{ kind, sek: line.value.kronor().toString(), working: working.add(line.working) }]
        : [];
    });
    const totalSek = payment.total.kronor().toString();
    return [{ payee: code, ...payee, payeeVersion: version, lines, totalSek }];
  });
}

/** Sums that must be equal, by name, with both sides: `lines = payment 03`. */
export interface SumCheck {
  readonly name: string;
  readonly left: string;
  readonly right: string;
  readonly holds: boolean;
}

const check = (name: string, left: Sek, right: Sek): SumCheck => ({
  name,
  left: left.toString(),
  right: right.toString(),
  holds: left.equals(right),
});

/**
 * The sums of a payment proposal, with no tolerance: each payment is its lines, the total is the payments, nobody is paid
 * below zero.
 */
export function sumChecks({
  payments,
  totalSek,
  yearShares = [],
}: Pick<PaymentProposal, 'payments' | 'totalSek' | 'yearShares'>): readonly SumCheck[] {
  const amount = ({ sek }: { sek: string }) => Sek.of(sek);
  const perPayment = payments.flatMap(({ payee, lines, totalSek: paid }) => [
    check(`lines of ${payee} = its payment`, Sek.sum(lines.map(amount)), Sek.of(paid)),
    {
      name: `${payee} is not paid below zero`,
      left: paid,
      right: '0',
      holds: !Sek.of(paid).isNegative(),
    },
  ]);
  const total = check(
    'payments = total',
    Sek.sum(payments.map((payment) => Sek.of(payment.totalSek))),
    Sek.of(totalSek),
  );
  return [...perPayment, ...shareChecks(payments, yearShares), total];
}

/** The parts of each line that several years share are the line, or nothing where there is none. */
function shareChecks(
  payments: PaymentProposal['payments'],
  shares: readonly YearShare[],
): readonly SumCheck[] {
  const shared = new Map(shares.map((share) => [`${share.payee} ${share.kind}`, share]));
  return [...shared.values()].map(({ payee, kind }) => {
    const parts = shares.filter((each) => each.payee === payee && each.kind === kind);
    const line = payments
      .filter((payment) => payment.payee === payee)
      .flatMap(({ lines }) => lines.filter((each) => each.kind === kind));
    const sum = (amounts: readonly { readonly sek: string }[]) =>
      Sek.sum(amounts.map(({ sek }) => Sek.of(sek)));
    return check(`years of ${kind} of ${payee} = its line`, sum(parts), sum(line));
  });
}
