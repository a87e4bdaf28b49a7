import type { calendar as source } from '../sv/calendar.ts';

export const calendar = {
  'calendar.title': 'Calendar',
  'calendar.of': 'Grant year {year}',
  'calendar.lead':
    'One twelfth of the grant is paid each month, two months after the month in which the costs arose.',
  'calendar.pot': 'Grant to be shared among the regions',
  'calendar.none.title': 'There is no grant year {year} yet',
  'calendar.none.detail':
    'There is no agreement for {year} to pay from. Choose another grant year.',
  'calendar.paid': 'Grant paid',
  'calendar.adjustments': 'Adjustments',
  'calendar.remaining': 'Grant still to be paid',
  'calendar.owed': 'Sent back, not yet paid',
  'calendar.coming': 'Upcoming pay days',
  'calendar.coming.none': 'No more pay days in the grant year.',

  'calendar.chart': 'Grant year {year}, month by month',
  'calendar.chart.about':
    'Bar chart in millions of kronor. For each month the planned amount is shown as a dashed line, what is paid as a filled bar and adjustments as a striped bar, below the zero line where they are deductions. What the bank sent back and the month has not paid is a dashed frame. The same amounts are in the table below.',

  'months.title': 'Months',
  'months.month': 'Month',
  'months.pay-day': 'Pay day',
  'months.state': 'State',
  'months.planned': 'Planned, kr',
  'months.kinds': 'What the month consists of',
  'months.total': 'Total, kr',
  'months.paid': 'Paid, kr',
  'months.kind-row': '{kind}: {amount}',
  'months.sum': 'Sum',

  'others.title': 'Allocation, requisitions and reconciliation',
  'others.run': 'Run',
  'others.day': 'Day',
  'others.total': 'Amount, kr',
  'others.none': 'No runs are open yet.',
} as const satisfies Record<keyof typeof source, string>;
