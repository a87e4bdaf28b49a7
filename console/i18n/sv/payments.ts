/** Utbetalningar. */
export const payments = {
  'payments.title': 'Utbetalningar',
} as const;
