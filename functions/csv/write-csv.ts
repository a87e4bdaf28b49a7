/**
 * Rows as CSV, as Swedish spreadsheets read it: semicolons, a byte order mark, lines as in RFC 4180. Amounts are given as text without
 * grouping, texts through `cellText`.
 */
export const csvBytes = (rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    `\uFEFF${rows.map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`,
  );

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export const cellText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (field: string): string =>
  /[";\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
