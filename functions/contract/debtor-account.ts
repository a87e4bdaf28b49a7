import { debtorAccount } from '../../core/payment/debtor-account.ts';

export { ACCOUNTS_ALLOWED } from '../../core/payment/debtor-account.ts';

/** Whether payments can leave from such an account: see core/payment/debtor-account.ts. */
export const debtorAccountHolds = (account: string): boolean =>
  debtorAccount(account) !== undefined;
