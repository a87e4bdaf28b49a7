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
  const now = accountsOf(debtor);
  // Most statements are of the account of today, and nothing needs to be read for them.
  if (!foreignAmong(accounts, now)) return undefined;
  const paidFrom = await Promise.all(ids.map((id) => accountPaidFrom(records, id)));
  return foreignAmong(accounts, [...now, ...paidFrom.flat()]);
}

/** Why a statement of these accounts is not taken where payments leave, or left, from those that are ours; nothing where it is. */
export function foreignAmong(
  accounts: readonly string[],
  ours: readonly string[],
): UnreadableReport | undefined {
  const own = [...new Set(ours)];
  const foreign = accounts.find((named) => !own.some((each) => isSameAccount(each, named)));
  if (foreign === undefined) return undefined;
  return {
    code: 'another-account',
    facts: { where: 'Acct/Id', given: foreign, allowed: own.join(accountsApart) },
  };
}

/** Between the accounts that are allowed. */
export const accountsApart = ', ';

/** As the bank may name it: as payments leave from it, and by the IBAN behind a giro number. */
export const accountsOf = ({ account, iban }: Debtor): readonly string[] =>
  iban === undefined ? [account] : [account, iban];

/** The account may have been changed since the payment left: what is said of it comes of the account that it left from. */
async function accountPaidFrom(records: Ports['records'], id: CaseId): Promise<readonly string[]> {
  const { released } = (await readCase(records, id)).state;
  if (!released) return [];
  return accountsOf((await readProposal(records, id, 'payment', released.proposal)).debtor);
}
