import { expect, it } from 'vitest';
import type { PaymentProposal } from '../../../../core/payment/proposal.ts';
import { adjustmentsPaid, instalmentsPaid } from '../../../../functions/api/views/paid-of-year.ts';

/** May 2021 as it would be with an agreement of 2020 before it: an instalment of the new year, what settles the old one. */
const may: Pick<PaymentProposal, 'payments' | 'paid'> = {
  paid: ['instalment/2021/2021-05', 'rebate-settlement/2020/2021-05', 'local-discount/2021'],
  payments: [
    {
      ...{ payee: '09', name: '', organisationNumber: '', bankgiro: '', payeeVersion: 1 },
      lines: [
        { kind: 'instalment', sek: '100', working: '' },
        { kind: 'local-discount', sek: '-5', working: '' },
        { kind: 'rebate-settlement', sek: '-30', working: '' },
        { kind: 'carried-forward', sek: '-7', working: '' },
      ],
      totalSek: '58',
    },
  ],
};
const texts = (year: number) => [
  instalmentsPaid([may, may], year).toString(),
  adjustmentsPaid([may], year).toString(),
];

it('of a line that two years share only the year’s part counts', () => {
  const shared = {
    ...may,
    paid: [...may.paid, 'instalment/2020/2021-04'],
    yearShares: [2020, 2021].map((agreementYear) => ({
      ...{ kind: 'instalment' as const, agreementYear, payee: '09' as const, working: '' },
      sek: agreementYear === 2020 ? '30' : '70',
    })),
  };
  expect([2020, 2021].map((year) => instalmentsPaid([shared], year).toString())).toEqual([
    '30',
    '70',
  ]);
});

it('only what a payment pays of the year counts as the year’s, and nothing that only moves between months', () => {
  expect(texts(2021)).toEqual(['200', '-5']);
  expect(texts(2020)).toEqual(['0', '-30']);
  expect(texts(2019)).toEqual(['0', '0']);
});
