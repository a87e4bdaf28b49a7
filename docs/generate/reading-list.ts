import type { Reading } from './reading.ts';
import { readingOfAnEndedYear } from './reading-of-an-ended-year.ts';
import { firstReadings } from './readings-of-the-grant.ts';
import { laterReadings } from './readings-of-the-settlement.ts';
import { readingOfWhatWasPaid } from './settled-against.ts';

/** Every reading of the 2021 agreement, in the order of their numbers. */
export const readings: readonly Reading[] = [
  ...firstReadings,
  ...laterReadings,
  readingOfWhatWasPaid,
  readingOfAnEndedYear,
].sort((a, b) => (a.id < b.id ? -1 : 1));
