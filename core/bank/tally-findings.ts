import { Sek } from '../money/sek.ts';
import type { PayeeCode } from '../payment/events.ts';
import { hasComeBack } from '../payment/lines.ts';
import type { CaseToTally, TallyAmounts } from './tally-case.ts';
import { booked, filedPayments, paysFirst, prepared } from './tally-sides.ts';

/** Two sides that must be equal and are not, kronor. */
export interface Difference {
  readonly what: /** The proposal that was released, and the one whose hash both approvals name. */
    | 'approved'
    /** The approved payment, and the file's. */
    | 'filed'
    /** The file's payment, and what is settled, returned and outstanding of it. */
    | 'answered'
    /** The released payment, and its voucher. */
    | 'booked'
    /** What came back, and what the settled case took back into the journal. */
    | 'taken-back'
    /** What is to be sent again, and what the case that does so is for. */
    | 'reissued'
    /** What moved on the account without an order, and nothing. */
    | 'unordered'
    /** The sum of the file's payments, and a control sum of it. */
    | 'control-sum'
    /** What the voucher took from the State's account, and what was released. */
    | 'cash';
  readonly left: Sek;
  readonly right: Sek;
}

/** What is wrong with a file as a whole, whoever is paid by it. */
export type FileFault =
  | { readonly what: 'file-missing' }
  | { readonly what: 'file-unreadable'; readonly why: string }
  | { readonly what: 'message-id'; readonly left: string; readonly right: string }
  | { readonly what: 'count'; readonly left: string; readonly right: string }
  | { readonly what: 'stranger'; readonly endToEndId: string; readonly sek: Sek };

export type Finding = Difference | FileFault;

/** What differs of one payee’s payment. */
export function rowFindings(
  given: CaseToTally,
  payee: PayeeCode,
  row: TallyAmounts,
): readonly Finding[] {
  const answered = row.settled.plus(row.returned).plus(row.outstanding);
  // A file that cannot be read is said once, of the file; then what was approved is held against the answers.
  const filed = given.file.kind === 'read' ? row.filed : row.approved;
  return [
    ...unequal('approved', row.prepared, row.approved),
    ...unequal('filed', row.approved, filed),
    ...unequal('answered', filed, answered),
    ...unequal('booked', row.prepared, booked(given, payee)),
    ...followUp(given, payee),
    ...unequal('unordered', Sek.zero, row.unordered),
  ];
}

/** What a settled case must have done with a payment that came back: taken it back, and begun what was decided of it. */
function followUp({ state, reissues }: CaseToTally, payee: PayeeCode): readonly Difference[] {
  const line = state.lines.get(payee);
  if (!line || !hasComeBack(line) || !state.settled) return [];
  const sek = Sek.of(line.sek);
  if (line.takenBack === undefined) return unequal('taken-back', sek, Sek.zero);
  if (line.resolved?.choice !== 'reissue') return [];
  const again = reissues.get(payee);
  if (!again?.opened) return unequal('reissued', sek, Sek.zero);
  return again.released ? unequal('reissued', sek, Sek.of(again.lines.get(payee)?.sek ?? '0')) : [];
}

const unequal = (what: Difference['what'], left: Sek, right: Sek): readonly Difference[] =>
  left.equals(right) ? [] : [{ what, left, right }];

/** A file must be there when something was sent, be this case's, and agree with itself. */
export function fileFindings(given: CaseToTally): readonly Finding[] {
  const { state, file } = given;
  if (file.kind === 'missing') return state.lines.size > 0 ? [{ what: 'file-missing' }] : [];
  if (file.kind === 'unreadable') return [{ what: 'file-unreadable', why: file.why }];
  const sent = state.released?.messageId ?? '';
  const sum = Sek.sum(file.payments.map(({ sek }) => Sek.of(sek)));
  const count = String(file.payments.length);
  return [
    ...(file.messageId === sent
      ? []
      : [{ what: 'message-id', left: sent, right: file.messageId } as const]),
    ...file.counts
      .filter((each) => each !== count)
      .map((right) => ({ what: 'count', left: count, right }) as const),
    ...file.controlSums.flatMap((each) => unequal('control-sum', sum, Sek.of(each))),
    ...filedPayments(given)
      .filter(({ payee }) => payee === undefined)
      .map(({ endToEndId, sek }) => ({ what: 'stranger', endToEndId, sek: Sek.of(sek) }) as const),
  ];
}

/** What used the appropriation must be what was released. */
export function cashFindings(given: CaseToTally): readonly Difference[] {
  const cash = given.vouchers.filter(paysFirst).map(({ cashSek }) => Sek.of(cashSek));
  return unequal('cash', Sek.sum(cash), Sek.of(prepared(given)?.totalSek ?? '0'));
}
