/** Kalender. */
export const calendar = {
  'calendar.title': 'Kalender',
} as const;
