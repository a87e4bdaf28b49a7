/** Rekvisitioner. */
export const requisitions = {
  'requisitions.title': 'Rekvisitioner',
} as const;
