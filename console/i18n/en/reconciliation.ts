import type { reconciliation as sv } from '../sv/reconciliation.ts';

export const reconciliation = {
  'reconciliation.replaced.title': 'This no longer holds',
  'reconciliation.replaced.text':
    'What is to be signed has changed since you opened the page, and signatures of it have lapsed. You still read the old one, and nothing can be signed here.',
  'reconciliation.title': 'Reconciliation',
  'reconciliation.of': 'Reconciliation {year}',
  'reconciliation.lead':
    'State and SKR reconcile the year in March: the final rebates and the cost outcomes. What both have signed is paid in May.',
  'reconciliation.total': 'To be settled in May, all regions',
  'reconciliation.when':
    'Minus is deducted from the regions’ payment, plus is paid. The signatures are of exactly these contents.',
  'reconciliation.hash': 'Hash of the contents',
  'reconciliation.not-open':
    'The reconciliation has not opened. It opens in March of the following year.',
  'reconciliation.no-proposal': 'There is no computation to sign yet.',
  'reconciliation.rejected': 'The computation is rejected. A case officer has a new one made.',
  'reconciliation.unsigned': 'Waits for both signatures',
  'reconciliation.half-signed': 'Waits for the other signature',
  'reconciliation.run': 'Show the case with its workflow and everything that happened',
  'reconciliation.signatures': 'Signatures',
  'reconciliation.lines': 'Regions and amounts, kr',
  'reconciliation.lines.how': 'Choose an amount to see how it was computed.',
  'reconciliation.discounts': 'Local discounts',
  'reconciliation.discounts.about':
    'SKR reports them in January. They are deducted from the region’s first payment of the next year, and do not wait for the reconciliation.',
  'reconciliation.discounts.none': 'No local discount has been reported.',
  'reconciliation.region': 'Region',
  'reconciliation.sek': 'Amount, kr',
  'reconciliation.history': 'Who did what',

  'discounts.report': 'Report local discounts',
  'discounts.only-skr': 'The person who signs for SKR reports local discounts.',
  'discounts.title': 'Report local discounts {year}',
  'discounts.lead':
    'Write a row for each discount. If there is none at all, you sign a report without rows. A new report replaces the last one.',
  'discounts.none-yet': 'No rows: the report says that there is no local discount.',
  'discounts.number': 'Discount {number}',
  'discounts.row': 'Discount {number}, {region}',
  'discounts.sek': 'Amount in whole kronor',
  'discounts.add': 'Add a discount',
  'discounts.remove': 'Remove discount {number}',
  'discounts.sign': 'Sign the report',
  'discounts.confirm.title': 'Sign the report of {year}?',
  'discounts.confirm.none': 'The report says that there is no local discount.',
  'discounts.confirm.one': 'The report holds {count} discount.',
  'discounts.confirm.other': 'The report holds {count} discounts.',
  'discounts.done': 'The report is signed.',
} as const satisfies Record<keyof typeof sv, string>;
