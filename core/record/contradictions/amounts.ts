import type { PayeeCode } from '../../payment/events.ts';
import type { Proposal } from '../../payment/proposal.ts';

interface Amount {
  readonly what: string;
  readonly payee: PayeeCode;
  readonly sek: string;
  readonly working: string;
}

/** Every amount that a proposal gives the working of. */
export function amountsOf(proposal: Proposal): readonly Amount[] {
  if (proposal.kind === 'allocation')
    return proposal.grants.map(({ region, ...rest }) => ({
      what: `the grant of ${region}`,
      payee: region,
      ...rest,
    }));
  if (proposal.kind === 'settlement')
    return proposal.lines.map(({ region, kind, ...rest }) => ({
      what: `${kind} of ${region}`,
      payee: region,
      ...rest,
    }));
  const lines = proposal.payments.flatMap(({ payee, lines: own }) =>
    own.map(({ kind, ...rest }) => ({ what: `${kind} of ${payee}`, payee, ...rest })),
  );
  const shares = (proposal.yearShares ?? []).map(({ payee, kind, agreementYear, ...rest }) => ({
    what: `the part of ${agreementYear} in ${kind} of ${payee}`,
    payee,
    ...rest,
  }));
  return [...lines, ...shares];
}
