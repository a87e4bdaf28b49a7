import type { Month } from '../../core/calendar/month.ts';
import type { CaseId } from '../../core/record/case-id.ts';
import type { Conduct } from '../bank/conduct.ts';
import type { Actor, LocalCloud, openLocalCloud } from '../cloud/local-cloud.ts';
import type { Registration } from '../inputs/registration.ts';
import type { YearInputs } from '../inputs/year-inputs.ts';
import type { YearInRecord } from '../record/year-in-record.ts';
import type { Waiting } from '../report/year-result.ts';

/** Which year is run, where, and who takes part. */
export interface YearRun {
  readonly inputs: YearInputs;
  readonly assembly: string;
  readonly records: string;
  readonly approve: 'auto' | 'console';
  /** How the local bank answers; calm, when left out. */
  readonly bank?: Conduct;
  /** The last month; null for as long as anything can be paid. */
  readonly until: Month | null;
  /** Told of every month when it is over. */
  readonly onMonth: (month: Month, year: YearInRecord, waiting: readonly Waiting[]) => void;
  readonly onTime?: (now: string) => void;
  /** Told when the clock stands still for people, of everything that waits. */
  readonly onWaiting?: (waiting: readonly Waiting[]) => void;
  /** Told when the last run of these records did not end: it was killed, or the machine lost its power. */
  readonly onUnended?: () => void;
  /** Told when the engine's journal had lost what it knew, of the cases that were started again from the record. */
  readonly onLoss?: (cases: readonly CaseId[]) => void;
  /** Real ms for which the clock stands still after somebody has done something, so that they can take it back; none. */
  readonly graceMs?: number;
  /** Whether the outcome says where the time went; counting that takes time itself. */
  readonly timed?: boolean;
  /** What arrives, and on which day; everything on the day that local/sample-2021/README.md says, when left out. */
  readonly arrivals?: readonly Registration[];
  /** Who approves with 'auto'; the local officials, when left out. */
  readonly approvers?: (cloud: LocalCloud) => Actor;
  /** Further people on the time line, and modes of the local cloud: for tests. */
  readonly actors?: (cloud: LocalCloud) => readonly Actor[];
  readonly cloud?: Partial<Parameters<typeof openLocalCloud>[0]>;
}
