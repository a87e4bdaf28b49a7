/** Underlag. */
export const inputs = {
  'inputs.title': 'Underlag',
} as const;
