import { isRegionCode, regions } from '../../../core/regions.ts';

/** What a payee is called, from its code; SKR is its own name. */
export const payeeName = (payee: string): string => (isRegionCode(payee) ? regions[payee] : payee);
