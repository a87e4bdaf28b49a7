import type { accounts as source } from '../sv/accounts.ts';

export const accounts = {
  'accounts.of': 'The accounts of {year}',
  'accounts.lead': "The budget year's vouchers, and how much of the appropriation they have used.",
  'accounts.no-appropriation': 'No appropriation is registered',
  'accounts.no-appropriation.detail':
    'Its use is shown when the appropriation of {year} is registered among the inputs.',
  'accounts.vouchers': 'Vouchers',
  'accounts.vouchers.how': 'Choose a voucher to see its entries.',
  'accounts.none': 'The budget year has no vouchers yet.',
  'accounts.export': 'The vouchers',
  'accounts.voucher': 'Voucher {number}',
  'accounts.account': 'Account',
  'accounts.account-name': 'Name of the account',
  'accounts.counterpart': 'Counterpart',
  'accounts.text': 'Text',
  'accounts.debit': 'Debit, kr',
  'accounts.credit': 'Credit, kr',

  'use.appropriation': 'Appropriation',
  'use.credit': 'Credit',
  'use.credit-before': 'Credit that the year before used',
  'use.to-date': 'Used to date',
  'use.left': 'Left of the appropriation',
  'use.ordered-not-booked': 'Besides, ordered and not booked yet',
  'use.into-credit': 'The credit of the appropriation is in use',
  'use.into-credit.detail': 'Of the credit is used:',
  'use.chart': 'The appropriation of {year}: used month by month',
  'use.chart.about':
    "Bar chart in million kronor. Each month's bar begins where the month before ended, so that its top is what has been used to date. Solid line: the appropriation. Dashed line: the appropriation with its credit. The table beside it has the same amounts.",
  'use.table': 'Use per month',
  'use.none': 'Nothing of the appropriation has been used yet.',
  'use.used': 'Used, kr',
  'use.used-to-date': 'To date, kr',
  'use.left-after': 'Left, kr',
  'use.credit-used': 'Of the credit, kr',
  'use.paid-before': 'With what was paid before the first payment here:',
} as const satisfies Record<keyof typeof source, string>;
