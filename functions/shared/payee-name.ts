import { isRegionCode, regions } from '../../core/regions.ts';

/** Who is paid, as people call them: a region by its name, SKR by its own. */
export const payeeName = (payee: string): string => (isRegionCode(payee) ? regions[payee] : payee);
