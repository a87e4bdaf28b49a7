import type { calendar as source } from '../sv/calendar.ts';

export const calendar = {
  'calendar.title': 'Calendar',
  'calendar.of': 'The grant year {year}',
  'calendar.lead':
    'Each month a twelfth of the grant is paid, two months after the month of the costs.',
  'calendar.pot': 'Grant to share among the regions',
  'calendar.none.title': 'The grant year {year} is not there yet',
  'calendar.none.detail': 'There is no agreement of {year} to pay by. Choose another grant year.',
  'calendar.paid': 'Paid of the grant',
  'calendar.adjustments': 'Adjustments',
  'calendar.remaining': 'Still to be paid of the grant',
  'calendar.owed': 'Sent back, not yet paid',
  'calendar.coming': 'Coming pay days',
  'calendar.coming.none': 'No more pay days in the grant year.',

  'calendar.chart': 'The grant year {year} month by month',
  'calendar.chart.about':
    'Bar chart in millions of kronor. For each month the planned amount is shown as a dashed line, what is paid as a filled bar and adjustments as a striped bar, below the zero line where they are deductions. What the bank sent back and the month has not paid is a dashed frame. The same amounts are in the table below.',

  'months.title': 'The months',
  'months.month': 'Month',
  'months.pay-day': 'Pay day',
  'months.state': 'State',
  'months.planned': 'Planned, kr',
  'months.kinds': 'What the month is made of',
  'months.total': 'Total, kr',
  'months.paid': 'Paid, kr',
  'months.kind-row': '{kind}: {amount}',
  'months.sum': 'Sum',

  'others.title': 'Allocation, requisitions and reconciliation',
  'others.run': 'Run',
  'others.day': 'Day',
  'others.total': 'Amount, kr',
  'others.none': 'No run is open yet.',
} as const satisfies Record<keyof typeof source, string>;
