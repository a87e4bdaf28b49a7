import type { audit as source } from '../sv/audit.ts';

export const audit = {
  'audit.title': 'Audit',
} as const satisfies Record<keyof typeof source, string>;
