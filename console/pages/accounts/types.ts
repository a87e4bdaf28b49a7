import type { AnswerOf } from '../../kit.ts';

export type Accounts = AnswerOf<'readAccounts'>;
export type Voucher = Accounts['vouchers'][number];
export type Entry = Voucher['entries'][number];
/** What the appropriation of a budget year was used for, month by month. */
export type Use = NonNullable<Accounts['use']>;
