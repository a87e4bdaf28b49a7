import type { BankReport } from '../../core/bank/report.ts';
import type { Debtor } from '../../core/payment/debtor.ts';
import { isSameAccount } from '../../core/payment/debtor-account.ts';
import type { CaseId } from '../../core/record/case-id.ts';
import { readCase } from '../shared/cases.ts';
import { readProposal } from '../shared/documents.ts';
import type { Ports } from '../shared/ports.ts';
import type { UnreadableReport } from './read-report/unreadable.ts';

/**
 * Why a statement is not taken: it is of an account that payments do not leave from, neither now nor when those that it names left.
 * Nothing where all of its accounts are ours, and of a report on orders, which has none.
 */
export async function anotherAccount(
  { accounts }: BankReport,
  ids: readonly CaseId[],
  { records, debtor }: Ports,
): Promise<UnreadableReport | undefined> {
  const isOneOf = (allowed: readonly string[]) => (named: string) =>
    allowed.some((own) => isSameAccount(own, named));
  const now = accountsOf(debtor);
  if (accounts.every(isOneOf(now))) return undefined;
  const paidFrom = await Promise.all(ids.map((id) => accountPaidFrom(records, id)));
  const own = [...new Set([...now, ...paidFrom.flat()])];
  const foreign = accounts.find((named) => !isOneOf(own)(named));
  if (foreign === undefined) return undefined;
  return {
    code: 'another-account',
    facts: { where: 'Acct/Id', given: foreign, allowed: own.join(', ') },
  };
}

/** As the bank may name it: as payments leave from it, and by the IBAN behind a giro number. */
const accountsOf = ({ account, iban }: Debtor): readonly string[] =>
  iban === undefined ? [account] : [account, iban];

/** The account may have been changed since the payment left: what is said of it comes of the account that it left from. */
async function accountPaidFrom(records: Ports['records'], id: CaseId): Promise<readonly string[]> {
  const { released } = (await readCase(records, id)).state;
  if (!released) return [];
  return accountsOf((await readProposal(records, id, 'payment', released.proposal)).debtor);
}
