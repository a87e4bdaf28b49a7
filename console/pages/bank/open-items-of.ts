import type { Item, Report } from './types.ts';

/** Something that the bank reported and that a person must look into. */
export interface OpenItem {
  readonly report: Report;
  readonly number: number;
  /** Absent of a report that could not be read: it is its own item 1. */
  readonly item?: Item;
}

/** All that is open, in the order of the reports: the newest first. */
export const openItemsOf = (reports: readonly Report[]): readonly OpenItem[] =>
  reports
    .filter(({ open }) => open)
    .flatMap((report): readonly OpenItem[] =>
      report.state === 'refused'
        ? [{ report, number: 1 }]
        : report.items
            .filter(({ open }) => open)
            .map((item) => ({ report, number: item.item, item })),
    );
