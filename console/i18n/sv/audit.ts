/** Granskning. */
export const audit = {
  'audit.title': 'Granskning',
} as const;
