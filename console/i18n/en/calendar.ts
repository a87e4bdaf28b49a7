import type { calendar as source } from '../sv/calendar.ts';

export const calendar = {
  'calendar.title': 'Calendar',
} as const satisfies Record<keyof typeof source, string>;
