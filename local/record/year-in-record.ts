import type { BankOrder } from '../../core/bank/bank-order.ts';
import type { BankReportEvent } from '../../core/bank/report-events.ts';
import type { Day } from '../../core/calendar/day.ts';
import { type Month, parseMonth } from '../../core/calendar/month.ts';
import type { Json } from '../../core/canonical.ts';
import type { LineKind } from '../../core/line-kinds.ts';
import { Sek } from '../../core/money/sek.ts';
import { isApproved } from '../../core/payment/decide.ts';
import type { CaseEvent, PayeeCode } from '../../core/payment/events.ts';
import { type CaseState, fold } from '../../core/payment/evolve.ts';
import type { SentLine } from '../../core/payment/lines.ts';
import { paidSek } from '../../core/payment/paid.ts';
import { type Proposal, sumChecks } from '../../core/payment/proposal.ts';
import { sumsToZero, type Voucher } from '../../core/payment/voucher.ts';
import {
  bankOrderStream,
  type CaseId,
  caseKind,
  caseKinds,
  caseStream,
  openingCase,
  parseCaseId,
  payoutCase,
  proposalStream,
  reissueOf,
  requisitionCase,
  streamText,
} from '../../core/record/case-id.ts';
import { type FoundStream, type Verification, verify } from '../../core/record/verify.ts';
import { isRegionCode } from '../../core/regions.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { fileHashOf, paymentFile } from '../../functions/bank/payment-file.ts';
import { contentFaults } from '../../functions/contract/inputs.ts';
import { hashOf } from '../../functions/shared/documents.ts';
import { paidOf } from '../report/sums.ts';
import type { Check, MonthPayment, RequisitionPayment, YearResult } from '../report/year-result.ts';
import type { Trouble } from '../report/year-troubles.ts';
import { ofCase, type PayingCase, troublesIn } from './troubles-in-record.ts';

type Released = NonNullable<CaseState['released']>;
/** What is paid, where it is not all. */
const paidApart = (sek: string, paid: Sek): { readonly paidSek?: string } =>
  paid.equals(Sek.of(sek)) ? {} : { paidSek: paid.toString() };
/** A payment that was sent, and the day on which it was. */
type SentAt = SentLine & { readonly on: Day };

/** The year as the record tells it. Everything that is printed or written of a run is read from here. */
export class YearInRecord {
  readonly #streams: ReadonlyMap<string, FoundStream>;
  readonly #found: readonly FoundStream[];
  readonly #year: number;
  #verification: Verification | undefined;

  constructor(found: readonly FoundStream[], agreementYear: number) {
    this.#year = agreementYear;
    this.#found = found;
    this.#streams = new Map(found.map((each) => [`${each.partition}/${each.stream}`, each]));
  }

  result(potSek: string): YearResult {
    const bank = troublesIn(this.#payingCases(), this.#reports(), this.#vouchers());
    return {
      agreementYear: this.#year,
      potSek,
      grants: this.#grants(),
      payments: this.payouts().map((id) => this.payment(id)),
      requisitions: this.requisitions(),
      vouchers: this.#vouchers().length,
      ...(bank && { bank }),
      headHash: this.verification().headHash,
    };
  }

  /** What of a month did not go smoothly, of its payments: what the bank's files say besides is told when the year is over. */
  troublesOf(month: Month): readonly Trouble[] {
    return this.#payingCases()
      .flatMap(ofCase)
      .filter(({ on }) => on.startsWith(month));
  }

  /** Whether the record is whole, and its heads. */
  verification(): Verification {
    this.#verification ??= verify(this.#found, sha256, undefined, {
      fileHash: fileHashOf,
      contentFaults,
    });
    return this.#verification;
  }

  /** The payouts that have been released, by month. */
  payouts(): readonly CaseId[] {
    return this.#found
      .filter(({ partition }) => partition.startsWith('RUN#'))
      .map(({ partition, stream }) =>
        payoutCase(parseMonth(`${partition.slice('RUN#'.length)}-${stream}`)),
      )
      .filter((id) => this.case(id).released)
      .sort();
  }

  payment(id: CaseId): MonthPayment {
    const { released, proposal } = this.#released(id);
    const regions = proposal.payments.flatMap(({ payee, totalSek, lines }) =>
      isRegionCode(payee)
        ? [
            {
              code: payee,
              totalSek,
              ...paidApart(totalSek, paidSek(this.#sentTo(id, payee))),
              lines: lines.map(({ kind, sek }) => ({ kind: kind as LineKind, sek })),
            },
          ]
        : [],
    );
    return {
      month: id.slice('payout-'.length),
      payDay: released.paidOn,
      totalSek: proposal.totalSek,
      ...paidApart(proposal.totalSek, Sek.sum(regions.map(paidOf).map(Sek.of))),
      regions,
    };
  }

  /** Every time that a payee's payment was sent: with the case, and again on its own after it came back. */
  #sentTo(id: CaseId, payee: PayeeCode): readonly SentAt[] {
    const { lines, released } = this.case(id);
    const line = lines.get(payee);
    if (!line || !released) return [];
    const again = line.resolved?.choice === 'reissue' ? reissueOf(id, payee) : undefined;
    return [{ ...line, on: released.paidOn }, ...(again ? this.#sentTo(again, payee) : [])];
  }

  /** The sums and approvals of a released payment, checked anew from the record. */
  checks(id: CaseId): readonly Check[] {
    const { released, proposal } = this.#released(id);
    const voucher = this.#vouchers().find(({ key }) => key === released.voucherKey);
    const [order] = this.#documents<BankOrder & Json>(streamText(bankOrderStream(id)));
    const sent = Sek.sum((order?.transactions ?? []).map(({ sek }) => Sek.of(sek)));
    const before = fold(this.#events(id).slice(0, this.#events(id).indexOf(released)));
    const month = id.slice('payout-'.length);
    return [
      {
        month,
        name: 'lines = payments = total',
        held: sumChecks(proposal).every(({ holds }) => holds),
      },
      {
        month,
        name: 'approved = sent to the bank',
        held:
          order !== undefined &&
          sent.equals(Sek.of(proposal.totalSek)) &&
          paymentFile(order).hash === released.fileHash,
      },
      {
        month,
        name: 'voucher = sent, and sums to zero',
        held: voucher !== undefined && voucher.cashSek === sent.toString() && sumsToZero(voucher),
      },
      { month, name: 'approved by two people', held: isApproved(caseKind(id), before) },
    ];
  }

  case(id: CaseId): CaseState {
    return fold(this.#events(id));
  }

  requisitions(): readonly RequisitionPayment[] {
    return (['sol', 'ihsi'] as const).flatMap((kind) => this.#requisition(kind));
  }

  /** The requisitions paid in a month. */
  requisitionsPaidIn(month: Month): readonly RequisitionPayment[] {
    return (['sol', 'ihsi'] as const)
      .filter((kind) =>
        this.case(requisitionCase(this.#year, kind)).released?.paidOn.startsWith(month),
      )
      .flatMap((kind) => this.#requisition(kind));
  }

  #grants(): YearResult['grants'] {
    const id = openingCase(this.#year);
    const { decided } = this.case(id);
    if (!decided) return {};
    const { grants } = this.#proposal(id, 'allocation', decided.proposal);
    return Object.fromEntries(grants.map(({ region, sek }) => [region, sek]));
  }

  #requisition(kind: 'sol' | 'ihsi'): RequisitionPayment[] {
    const id = requisitionCase(this.#year, kind);
    const { released, recorded } = this.case(id);
    if (!released) return [];
    const { totalSek: sek } = this.#released(id).proposal;
    const sent = this.#sentTo(id, 'SKR');
    const paidOn = sent.at(-1)?.on ?? released.paidOn;
    const paid = { sek, ...paidApart(sek, paidSek(sent)), paidOn };
    if (kind === 'sol') return [{ kind, ...paid }];
    return recorded?.rate ? [{ kind, rate: recorded.rate, ...paid }] : [];
  }

  #released(id: CaseId) {
    const { released } = this.case(id);
    if (!released) throw new RangeError(`${id} has not been released.`);
    return {
      released: released as Released,
      proposal: this.#proposal(id, 'payment', released.proposal),
    };
  }

  #proposal<K extends Proposal['kind']>(id: CaseId, kind: K, hash: string) {
    const found = this.#documents<Proposal>(streamText(proposalStream(id))).find(
      (each) => hashOf(each) === hash,
    );
    if (found?.kind !== kind) throw new RangeError(`${id}: no ${kind} proposal ${hash}.`);
    return found as Extract<Proposal, { kind: K }>;
  }

  /** Every case whose kind pays: payouts, requisitions, reissues. */
  #payingCases(): readonly PayingCase[] {
    return this.#found.flatMap(({ partition, stream, events }) => {
      const [name = '', year = ''] = partition.split('#');
      const kind = caseKinds.get(name);
      if (kind !== 'payout' && kind !== 'requisition' && kind !== 'reissue') return [];
      const id = parseCaseId(`${kind}-${year}-${stream}`);
      return [{ id, events: events.map(({ event }) => event as unknown as CaseEvent) }];
    });
  }

  #reports(): readonly BankReportEvent[] {
    return this.#found
      .filter(({ partition }) => partition.startsWith('BANK#'))
      .flatMap(({ events }) => events.map(({ event }) => event as unknown as BankReportEvent));
  }

  #vouchers(): readonly Voucher[] {
    return this.#found
      .filter(({ partition }) => partition.startsWith('JOURNAL#'))
      .flatMap(({ events }) => events.map(({ event }) => event as unknown as Voucher));
  }

  #events(id: CaseId): readonly CaseEvent[] {
    return this.#documents<CaseEvent>(streamText(caseStream(id)));
  }

  #documents<T extends Json>(name: string): readonly T[] {
    return (this.#streams.get(name)?.events ?? []).map(({ event }) => event as T);
  }
}
