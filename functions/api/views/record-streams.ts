import { monthOf, yearOf } from '../../../core/calendar/month.ts';
import { dayInStockholm, type Instant } from '../../../core/calendar/stockholm.ts';
import type { Records } from '../../../core/ports.ts';
import { recordPartitions } from '../../../core/record/partitions.ts';
import { readStreams, type StreamsRead } from '../../shared/read-streams.ts';

/** The partitions that the record can hold at a moment, in the order of their names. */
export const partitionsAt = (at: Instant): readonly string[] =>
  recordPartitions(yearOf(monthOf(dayInStockholm(at))));

/** The whole record, and what of it cannot be read. */
export const wholeRecord = (records: Records, at: Instant): Promise<StreamsRead> =>
  readStreams(records, partitionsAt(at));
