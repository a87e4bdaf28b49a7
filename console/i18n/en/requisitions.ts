import type { requisitions as source } from '../sv/requisitions.ts';

export const requisitions = {
  'requisitions.title': 'Requisitions',
} as const satisfies Record<keyof typeof source, string>;
