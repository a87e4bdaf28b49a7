import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composePayments } from '../../../core/payment/compose.ts';
import {
  type PaymentProposal,
  proposedPayments,
  sumChecks,
} from '../../../core/payment/proposal.ts';
import { WorkingNodes } from '../../../core/record/working-nodes.ts';
import type { RegionCode } from '../../../core/regions.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';
import { cases } from '../../helpers/cases.ts';
import { sekTable } from '../amounts.ts';
import { anyProposal, payment, proposal } from './payments.ts';

const failing = (of: Pick<PaymentProposal, 'payments' | 'totalSek' | 'yearShares'>) =>
  sumChecks(of).filter(({ holds }) => !holds);

const plus = (sek: string, kronor: bigint) => `${BigInt(sek) + kronor}`;

describe('The payments of a proposal', () => {
  const composed = composePayments(
    [
      { kind: 'instalment', lines: sekTable({ '03': '100', '01': '50' }) },
      { kind: 'rebate-forecast', lines: sekTable({ '01': '-60' }) },
    ],
    new Map(),
  );
  const payeeOf = (code: RegionCode) => ({
    payee: { name: `Region ${code}`, organisationNumber: `2321-${code}`, bankgiro: `5-${code}` },
    version: 7,
  });
  const working = new WorkingNodes(sha256);
  const payments = proposedPayments(composed, payeeOf, working);

  it('are those of the regions that have lines, in the order of their codes', () => {
    expect(payments.map(({ payee }) => payee)).toEqual(['01', '03']);
  });

  it('say whom, at which account and by which version of the payees', () => {
    expect(payments[1]).toMatchObject({
      name: 'Region 03',
      organisationNumber: '2321-03',
      bankgiro: '5-03',
      payeeVersion: 7,
      totalSek: '100',
    });
  });

  it('have their lines in the order of a statement, as text, each with the hash of its working', () => {
    expect(payments[0]?.lines.map(({ kind, sek }) => [kind, sek])).toEqual([
      ['instalment', '50'],
      ['rebate-forecast', '-60'],
      ['carried-forward', '10'],
    ]);
    const stored = new Set(
      working
        .chunks(100_000, new Set())
        .flat()
        .map((node) => sha256(JSON.stringify(node))),
    );
    for (const { lines } of payments)
      for (const line of lines) expect(stored).toContain(line.working);
  });

  it('leave out a region that the table does not hold', () => {
    const [[code, own]] = [...composed] as [[RegionCode, never]];
    expect(proposedPayments(new Map([[code, own]]), payeeOf, working)).toHaveLength(1);
    expect(proposedPayments(new Map(), payeeOf, working)).toEqual([]);
  });
});

describe('A line that several agreement years share', () => {
  const { payments, totalSek } = proposal(payment('01', ['instalment', 60n]));
  const share = (agreementYear: number, sek: string, kind: 'instalment' | 'local-discount') => ({
    ...{ kind, agreementYear, payee: '01' as const, sek, working: 'w' },
  });
  const names = (...yearShares: NonNullable<PaymentProposal['yearShares']>) =>
    failing({ payments, totalSek, yearShares }).map(({ name }) => name);

  it('is the sum of their parts, and nothing where the parts leave no line', () => {
    expect(
      names(
        share(2021, '100', 'instalment'),
        share(2022, '-40', 'instalment'),
        share(2020, '5', 'local-discount'),
        share(2021, '-5', 'local-discount'),
      ),
    ).toEqual([]);
  });

  it('does not hold when a part is another', () => {
    expect(names(share(2021, '100', 'instalment'), share(2022, '-41', 'instalment'))).toEqual([
      'years of instalment of 01 = its line',
    ]);
    expect(names(share(2020, '5', 'local-discount'))).toEqual([
      'years of local-discount of 01 = its line',
    ]);
  });
});

describe('The sums of a proposal', () => {
  it('hold for any payments that were added up', () => {
    fc.assert(
      fc.property(anyProposal, (any) => {
        expect(failing(any)).toEqual([]);
      }),
      cases(500),
    );
  });

  const somewhere = fc.tuple(anyProposal, fc.nat(), fc.nat(), fc.constantFrom(1n, -1n));

  it('break when any line is changed by a krona', () => {
    fc.assert(
      fc.property(somewhere, ([{ payments, totalSek }, p, l, kronor]) => {
        const changed = payments.map((own, at) =>
          at === p % payments.length
            ? {
                ...own,
                lines: own.lines.map((line, n) =>
                  n === l % own.lines.length ? { ...line, sek: plus(line.sek, kronor) } : line,
                ),
              }
            : own,
        );
        expect(failing({ payments: changed, totalSek })).toHaveLength(1);
      }),
      cases(500),
    );
  });

  it('break when any payment is changed by a krona', () => {
    fc.assert(
      fc.property(somewhere, ([{ payments, totalSek }, p, , kronor]) => {
        const changed = payments.map((own, at) =>
          at === p % payments.length ? { ...own, totalSek: plus(own.totalSek, kronor) } : own,
        );
        const names = failing({ payments: changed, totalSek }).map(({ name }) => name);
        expect(names).toContain('payments = total');
        expect(names).toContain(`lines of ${payments[p % payments.length]?.payee} = its payment`);
      }),
      cases(500),
    );
  });

  it('break when the total is changed by a krona', () => {
    fc.assert(
      fc.property(somewhere, ([{ payments, totalSek }, , , kronor]) => {
        expect(failing({ payments, totalSek: plus(totalSek, kronor) })).toMatchObject([
          { name: 'payments = total' },
        ]);
      }),
      cases(500),
    );
  });

  it('break when somebody is paid below zero', () => {
    const negative = proposal(
      payment('01', ['rebate-settlement', -5n]),
      payment('03', ['instalment', 5n]),
    );
    expect(failing(negative)).toEqual([
      { name: '01 is not paid below zero', left: '-5', right: '0', holds: false },
    ]);
  });

  it('name both sides', () => {
    const { payments } = proposal(payment('01', ['instalment', 5n]));
    expect(sumChecks({ payments, totalSek: '6' })).toEqual([
      { name: 'lines of 01 = its payment', left: '5', right: '5', holds: true },
      { name: '01 is not paid below zero', left: '5', right: '0', holds: true },
      { name: 'payments = total', left: '5', right: '6', holds: false },
    ]);
  });
});
