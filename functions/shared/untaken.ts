import type { ReportItem } from '../../core/bank/report-events.ts';
import { isUntaken } from '../../core/bank/untaken.ts';
import type { Records } from '../../core/ports.ts';
import { readReports } from './bank-reports.ts';

/** Money that moved on the account and was taken for no payment, and where the bank told of it. */
export interface Untaken {
  readonly item: ReportItem;
  /** From 1 in the order of the file. */
  readonly number: number;
  readonly file: string;
  /** Whether a person has looked into it. */
  readonly lookedInto: boolean;
}

/** All that the reports of a calendar year, by their arrival, told of; in the order of the record. */
export const untakenOfYear = async (
  records: Pick<Records, 'read'>,
  year: number,
): Promise<readonly Untaken[]> =>
  (await readReports(records, year)).flatMap(({ event, resolved }) =>
    event.type === 'report-refused'
      ? []
      : event.items.flatMap((item, index) =>
          isUntaken(item)
            ? [{ item, number: index + 1, file: event.file, lookedInto: resolved.has(index + 1) }]
            : [],
        ),
  );
