import { Sek } from '../money/sek.ts';
import type { PayeeCode } from '../payment/events.ts';
import { hasComeBack, isAnswered, type SentLine } from '../payment/lines.ts';
import { unorderedNet } from '../payment/movements.ts';
import { rightsFor } from '../payment/rights.ts';
import { anewPayee, returnedPayee, type Voucher } from '../payment/voucher.ts';
import { caseKind } from '../record/case-id.ts';
import { paymentOf } from './bank-ids.ts';
import type { CaseToTally, TalliedProposal } from './tally-case.ts';

/** The proposal that the release names. */
export const prepared = ({ state, proposals }: CaseToTally): TalliedProposal | undefined =>
  state.released && proposals.get(state.released.proposal);

/** The proposal that every approval names that the case needs; none where they are not all there, or name different ones. */
export function approved({ case: id, state, proposals }: CaseToTally): TalliedProposal | undefined {
  if (!state.released) return undefined;
  const hashes = rightsFor(caseKind(id)).map(
    (right) => state.proposal?.approvals.get(right)?.proposal,
  );
  const [hash, ...others] = hashes;
  return hash !== undefined && others.every((each) => each === hash)
    ? proposals.get(hash)
    : undefined;
}

export const paymentTo = (proposal: TalliedProposal | undefined, payee: PayeeCode): Sek =>
  Sek.sum(
    (proposal?.payments ?? [])
      .filter((payment) => payment.payee === payee)
      .map(({ totalSek }) => Sek.of(totalSek)),
  );

/** The file's payments with whose each is; a stranger's id leads to nobody of this case. */
export function filedPayments({ case: id, file }: CaseToTally) {
  if (file.kind !== 'read') return [];
  return file.payments.map((each) => {
    const found = paymentOf(each.endToEndId);
    return { ...each, payee: found?.case === id ? found.payee : undefined };
  });
}

/** What the journal took back of a payee's payment, less what was carried out all the same. */
export const reversed = ({ vouchers }: CaseToTally, payee: PayeeCode): Sek =>
  Sek.sum(
    vouchers
      .filter((voucher) => returnedPayee(voucher) === payee || anewPayee(voucher) === payee)
      .flatMap(({ entries }) => entries)
      .filter(({ counterpart }) => counterpart === payee)
      .map(({ sek }) => Sek.of(sek).negated()),
  );

/** A voucher of the payment itself, and of nothing that the bank did with it afterwards. */
export const paysFirst = (voucher: Voucher): boolean =>
  returnedPayee(voucher) === undefined && anewPayee(voucher) === undefined;

/** What the journal has of a payee's payment. */
export const booked = ({ vouchers }: CaseToTally, payee: PayeeCode): Sek =>
  Sek.sum(
    vouchers
      .filter(paysFirst)
      .flatMap(({ entries }) => entries)
      .filter(({ counterpart }) => counterpart === payee)
      .map(({ sek }) => Sek.of(sek)),
  );

export function outstanding(given: CaseToTally, line: SentLine): Sek {
  if (!isAnswered(line)) return Sek.of(line.sek);
  const waitsForReversal =
    hasComeBack(line) && line.takenBack === undefined && reversed(given, line.payee).isZero();
  return waitsForReversal ? Sek.of(line.sek) : Sek.zero;
}

export const unordered = ({ sek, movements }: SentLine): Sek => {
  const net = unorderedNet(movements);
  const moved = Sek.sum(Array.from({ length: Math.abs(net) }, () => Sek.of(sek)));
  return net < 0 ? moved.negated() : moved;
};

export function held({ reissues, payouts }: CaseToTally, line: SentLine): Sek {
  if (!hasComeBack(line)) return Sek.zero;
  const { resolved } = line;
  const paidAgain = resolved?.choice === 'reissue' && reissues.get(line.payee)?.released;
  // A payout takes up every balance that there is when it is proposed.
  const carried =
    resolved?.choice === 'next-month' &&
    payouts.some(
      ({ released, proposal }) => released && proposal && proposal.proposed.at > resolved.at,
    );
  return paidAgain || carried ? Sek.zero : Sek.of(line.sek);
}
