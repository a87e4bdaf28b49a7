import { afterAll } from 'vitest';
import { parseMonth } from '../../core/calendar/month.ts';
import type { FoundStream } from '../../core/record/verify.ts';
import { synthesize } from '../../infra/synthesize.ts';
import type { Actor, LocalCloud } from '../../local/cloud/local-cloud.ts';
import { readInputs } from '../../local/inputs/read-inputs.ts';
import type { Registration } from '../../local/inputs/registration.ts';
import { registrations } from '../../local/inputs/registrations.ts';
import { runYear, type YearOutcome, type YearRun } from '../../local/run-year.ts';
import { type InputEdits, inputsDirectory } from '../fixtures/inputs-directory.ts';
import { folder, removeFolders } from './folders.ts';
import { recordIn } from './record.ts';
import { rescheduled } from './rescheduled.ts';

export interface YearOfTest
  extends Omit<Partial<YearRun>, 'inputs' | 'until' | 'arrivals' | 'actors'> {
  /** How the inputs differ from the sample. */
  readonly edits?: InputEdits;
  /** A directory of inputs that is there already, instead of the sample with edits. */
  readonly inputs?: string;
  /** YYYY-MM; the whole year without it. */
  readonly until?: string;
  /** What arrives otherwise than the inputs say: late, never, or besides. */
  readonly arriving?: (all: readonly Registration[]) => readonly Registration[];
  /** Other times for schedules, by their names: `cron(0 6 10 * ? *)`. */
  readonly schedules?: Readonly<Record<string, string>>;
  /** Who acts besides the local officials. */
  readonly acting?: readonly ((cloud: LocalCloud) => Actor)[];
}

export interface RanYear extends YearOutcome {
  readonly records: string;
  /** Everything that the database holds afterwards. */
  readonly found: readonly FoundStream[];
}

afterAll(removeFolders);

/** What arrives with the sample, and on which day. */
export const sampleArrivals = async (): Promise<readonly Registration[]> =>
  registrations(await readInputs(inputsDirectory()));

/** The assembly is made once per process. */
let made: ReturnType<typeof synthesize> | undefined;

/** Runs the year as `npm start` does, with what the test wants otherwise, and reads the record that it leaves. */
export async function ranYear({
  edits = {},
  inputs: directory,
  until,
  arriving = (all) => all,
  acting = [],
  schedules = {},
  ...run
}: YearOfTest = {}): Promise<RanYear> {
  made ??= synthesize();
  const assembly = rescheduled(run.assembly ?? (await made).assembly, schedules);
  const inputs = await readInputs(directory ?? inputsDirectory(edits));
  const records = run.records ?? folder();
  const outcome = await runYear({
    approve: 'auto',
    onMonth: () => undefined,
    ...run,
    inputs,
    assembly,
    records,
    until: until === undefined ? null : parseMonth(until),
    arrivals: arriving(registrations(inputs)),
    actors: (cloud) => acting.map((actor) => actor(cloud)),
  });
  return { ...outcome, records, found: await recordIn(records) };
}
