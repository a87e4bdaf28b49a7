import type { regions as source } from '../sv/regions.ts';

export const regions = {
  'regions.title': 'Regions',
} as const satisfies Record<keyof typeof source, string>;
