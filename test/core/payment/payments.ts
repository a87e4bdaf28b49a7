import fc from 'fast-check';
import { parseDay } from '../../../core/calendar/day.ts';
import { parseMonth } from '../../../core/calendar/month.ts';
import { checkDigitHolds } from '../../../core/inputs/check-digit.ts';
import { lineKinds } from '../../../core/line-kinds.ts';
import type { PaymentProposal, ProposedPayment } from '../../../core/payment/proposal.ts';
import { payoutCase } from '../../../core/record/case-id.ts';
import { type RegionCode, regionCodes } from '../../../core/regions.ts';
import { testDebtor } from '../../helpers/debtor.ts';

/** A bankgiro number that holds, another for each region: `990-1000` of 01. */
export function bankgiroOf(payee: RegionCode): string {
  const numbers = Array.from({ length: 10 }, (_, digit) => `99${payee[0]}-${payee[1]}00${digit}`);
  return numbers.find(checkDigitHolds) ?? '';
}

/** A payment with these lines, and the sum of them. */
export function payment(
  payee: RegionCode,
  ...lines: [ProposedPayment['lines'][number]['kind'], bigint][]
) {
  const total = lines.reduce((sum, [, sek]) => sum + sek, 0n);
  return {
    payee,
    name: `Region ${payee}`,
    organisationNumber: '232100-0016',
    bankgiro: bankgiroOf(payee),
    payeeVersion: 1,
    lines: lines.map(([kind, sek]) => ({ kind, sek: `${sek}`, working: 'w' })),
    totalSek: `${total}`,
  } satisfies ProposedPayment;
}

/** A proposal of these payments, and the sum of them. */
export function proposal(...payments: ProposedPayment[]): PaymentProposal {
  const total = payments.reduce((sum, { totalSek }) => sum + BigInt(totalSek), 0n);
  return {
    kind: 'payment',
    case: payoutCase(parseMonth('2022-05')),
    number: 1,
    codeVersion: 'test',
    agreements: [],
    restsOn: [],
    payDay: parseDay('2022-05-02'),
    onlyOnPayDay: false,
    budgetYear: 2022,
    debtor: testDebtor,
    payments,
    totalSek: `${total}`,
    paid: [],
    decisions: [],
    warnings: [],
    without: [],
    balancesFrom: [],
  };
}

/** Any payments as they can be proposed: nobody below zero, some with nothing left to pay. */
export const anyProposal: fc.Arbitrary<PaymentProposal> = fc
  .uniqueArray(fc.constantFrom(...regionCodes), { minLength: 1 })
  .chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc
          .uniqueArray(fc.constantFrom(...lineKinds), { minLength: 1, maxLength: 4 })
          .chain((kinds) =>
            fc.tuple(
              ...kinds.map((kind) =>
                fc.bigInt(-5n, 9n).map((sek): [typeof kind, bigint] => [kind, sek]),
              ),
            ),
          )
          .map((lines) => {
            const sum = lines.reduce((all, [, sek]) => all + sek, 0n);
            const [first, ...more] = lines;
            return first && sum < 0n
              ? payment(code, [first[0], first[1] - sum], ...more)
              : payment(code, ...lines);
          }),
      ),
    ),
  )
  .map((payments) => proposal(...payments));
