import type { inputs as source } from '../sv/inputs.ts';

export const inputs = {
  'inputs.title': 'Inputs',
} as const satisfies Record<keyof typeof source, string>;
