import { isRegionCode, type RegionCode } from '../../../core/regions.ts';

/**
 * What a person or a machine may be to the API. People have theirs from the groups of the identity provider, the machine
 * of SKR from the scope of its client credentials; never from an attribute that a user may write.
 *
 * @sv handläggare, attestant, utanordnare, revisor, SKR, firmatecknare, region
 */
export const roles = [
  'handläggare',
  'attestant',
  'utanordnare',
  'revisor',
  'skr',
  'skr-firmatecknare',
  'region',
] as const;

export type Role = (typeof roles)[number];

/** The scope that SKR's machine asks for; it gives the role `skr` and nothing else does. */
export const REQUISITIONS_SCOPE = 'statsbidrag/requisitions';

/** The scope that the console asks for on behalf of a person. */
export const CONSOLE_SCOPE = 'openid';

const ofRegion = /^region-(\d{2})$/;

/** The region that a group stands for (`region-09`); undefined for any other group, also of a region that is none. */
export function regionOfGroup(group: string): RegionCode | undefined {
  const code = ofRegion.exec(group)?.[1] ?? '';
  return isRegionCode(code) ? code : undefined;
}

/** The role that a group gives. A group that gives none, or claims to be the machine, is passed over. */
export function roleOfGroup(group: string): Role | undefined {
  if (regionOfGroup(group)) return 'region';
  if (group === 'skr' || group === 'region') return undefined;
  return roles.find((role) => role === group);
}
