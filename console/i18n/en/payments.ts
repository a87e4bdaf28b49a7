import type { payments as source } from '../sv/payments.ts';

export const payments = {
  'payments.title': 'Payments',
} as const satisfies Record<keyof typeof source, string>;
