/** Avstämning. */
export const reconciliation = {
  'reconciliation.title': 'Avstämning',
} as const;
