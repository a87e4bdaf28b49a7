/**
 * The kinds of line that a region's payment is made of, in the order in which a statement lists them. At most one line
 * of a kind per region and month: several of a kind are summed, each visible in the working.
 */
export const lineKinds = [
  'instalment',
  'interim-instalment',
  'rebate-forecast',
  'ihsi-difference',
  'local-discount',
  'rebate-settlement',
  'corridor-benefits',
  'corridor-hepatitis-c',
  'corridor-net',
  'carried-forward',
] as const;

export type LineKind = (typeof lineKinds)[number];
