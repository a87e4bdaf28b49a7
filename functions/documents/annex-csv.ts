import { cellText, csvBytes } from '../csv/write-csv.ts';
import type { Annex } from './annex.ts';

/** The annex for programs: whole kronor without grouping, the sums in the last row. */
export function annexCsv({ heads, kinds, rows, totalSek }: Annex): Uint8Array<ArrayBuffer> {
  return csvBytes([
    [heads.code, heads.region, ...kinds.map(({ text }) => text), heads.total],
    ...rows.map(({ code, name, sek, totalSek: own }) => [
      code,
      cellText(name),
      ...sek.map((each) => each ?? ''),
      own,
    ]),
    ['', heads.total, ...kinds.map((kind) => kind.totalSek), totalSek],
  ]);
}
