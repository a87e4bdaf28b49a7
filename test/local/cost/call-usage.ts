import type { CallUsage } from '../../../local/cost/usage.ts';

/** A call of a function that did nothing, with what a test says of it. */
export const callUsage = (of: Partial<CallUsage> = {}): CallUsage => ({
  functionName: 'open-due',
  memoryMb: 512,
  at: '2021-03-01T05:00:00.000Z',
  importCpuUs: 0,
  callCpuUs: 0,
  logBytes: 0,
  logLines: 0,
  metrics: [],
  database: {},
  databaseRequests: 0,
  requests: {},
  putBytes: 0,
  ...of,
});
