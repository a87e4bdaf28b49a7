/** Charts of months. */
export const chart = {
  'chart.planned': 'Planned, 1/12',
  'chart.frame': 'The appropriation',
  'chart.credit': 'The appropriation with its credit',
  'chart.used': 'Used in the month',
  'chart.before': 'Used earlier in the year',
  'chart.paid': 'Paid',
  'chart.returned': 'Came back from the bank',
  'chart.coming': 'Calculated, not yet paid',
  'chart.adjustment': 'Adjustments',
  'chart.range': 'To come, between two amounts',
  'chart.unknown': 'To come, unknown amount',
  'chart.kronor': 'kronor',
  'chart.million-kronor': 'million kr',
} as const;
