import type { reconciliation as source } from '../sv/reconciliation.ts';

export const reconciliation = {
  'reconciliation.title': 'Reconciliation',
} as const satisfies Record<keyof typeof source, string>;
