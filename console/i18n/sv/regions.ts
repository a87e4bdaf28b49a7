/** Regioner. */
export const regions = {
  'regions.title': 'Regioner',
} as const;
