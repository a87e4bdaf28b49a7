import { regionCodes } from '../../../core/regions.ts';
import { roles } from './roles.ts';

/**
 * Every group of the identity provider that gives a role, and no other: the roles that people hold, and one group per region.
 * SKR's machine is in no group.
 */
export const groups: readonly string[] = [
  ...roles.filter((role) => role !== 'skr' && role !== 'region'),
  ...regionCodes.map((code) => `region-${code}`),
];
