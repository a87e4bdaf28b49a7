import type { Annex } from './annex.ts';

/** The annex for programs: UTF-8, commas, lines as in RFC 4180, whole kronor without grouping, the sums in the last row. */
export function annexCsv({ heads, kinds, rows, totalSek }: Annex): Uint8Array<ArrayBuffer> {
  const table = [
    [heads.code, heads.region, ...kinds.map(({ text }) => text), heads.total],
    ...rows.map(({ code, name, sek, totalSek: own }) => [
      code,
      name,
      ...sek.map((each) => each ?? ''),
      own,
    ]),
    ['', heads.total, ...kinds.map((kind) => kind.totalSek), totalSek],
  ];
  return new TextEncoder().encode(table.map((row) => `${row.map(quoted).join(',')}\r\n`).join(''));
}

const quoted = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
