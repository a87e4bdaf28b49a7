import type { LineKind } from '../../core/line-kinds.ts';

/** A line kind's column: a head in two short lines, and what it means for whoever does not know the agreement by heart. */
export interface KindHead {
  readonly head: readonly [string, string];
  readonly meaning: string;
}

export const kindHeads: Readonly<Record<LineKind, KindHead>> = {
  instalment: {
    head: ['', 'instalment'],
    meaning: "a twelfth of the year's grant, two months after the month of the costs",
  },
  'interim-instalment': {
    head: ['interim', 'instalment'],
    meaning: "paid by decision while the next year's agreement does not exist yet",
  },
  'rebate-forecast': {
    head: ['rebate', 'forecast'],
    meaning: "the State's share of each region's forecast rebates, deducted",
  },
  'ihsi-difference': {
    head: ['IHSI', 'difference'],
    meaning: 'what IHSI cost less, or more, than was set aside for it',
  },
  'local-discount': {
    head: ['local', 'discount'],
    meaning: 'discounts that a region agreed by itself, deducted',
  },
  'rebate-settlement': {
    head: ['rebate', 'settlement'],
    meaning: "the State's share of final less forecast rebates, deducted",
  },
  'corridor-benefits': {
    head: ['corridor', 'benefits'],
    meaning: 'half of what the cost of benefits lies outside its limits',
  },
  'corridor-hepatitis-c': {
    head: ['corridor', 'hepatitis C'],
    meaning: 'half of 70 per cent of what the cost of hepatitis C lies outside its limits',
  },
  'corridor-net': {
    head: ['corridor', 'net'],
    meaning: 'half of what the net cost lies outside its limits',
  },
  'carried-forward': {
    head: ['carried', 'forward'],
    meaning: 'what a region owes or has coming, moved to its next payment',
  },
};
