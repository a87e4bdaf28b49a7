import type { RegionCode } from '../../../core/regions.ts';
import type { Caller } from '../../contract/api/operation.ts';
import { Refused } from '../../shared/refused.ts';

/** Somebody who is a region and nothing else sees their own regions; whoever holds another role sees all. */
export const seesAllRegions = ({ roles }: Caller): boolean =>
  roles.some((role) => role !== 'region');

/** Refuses a region's person who asks for another region. */
export function refuseOtherRegions(by: Caller, region: RegionCode): void {
  if (seesAllRegions(by) || by.regions.includes(region)) return;
  throw new Refused('not-your-region', { allowed: by.regions.join(', ') || '–', given: region });
}
