import type { tasks as source } from '../sv/tasks.ts';

export const tasks = {
  'tasks.title': 'My list',
  'tasks.mine': 'Waiting for you',
  'tasks.mine.none': 'Nothing is waiting for you right now.',
  'tasks.others': 'Waiting for somebody else',
  'tasks.what': 'What',
  'tasks.by': 'No later than',
  'tasks.pay-day': 'Pay day',
  'tasks.total': 'Amount, kr',
  'tasks.since': 'Since',
  'tasks.late': 'Late',
  'tasks.notices': 'Notices',
  'tasks.notices.none': 'No notices.',
  'tasks.changed.one': '{count} thing is waiting for you.',
  'tasks.changed.other': '{count} things are waiting for you.',
} as const satisfies Record<keyof typeof source, string>;
