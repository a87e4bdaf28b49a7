import { encoded, quoted } from '../../functions/accounting/sie-fields.ts';
import { documentOf } from '../../functions/bank/read-report/document-of.ts';
import { title } from '../../functions/documents/pdf/blocks.ts';
import { Sheet } from '../../functions/documents/pdf/sheet.ts';

/** A document of one page with that text. */
export async function pdf(text: string): Promise<Uint8Array> {
  const sheet = new Sheet({
    ...{ title: text, author: 'Kammarkollegiet', keywords: 'payout-2022-02', language: 'sv' },
    of: new Date(0),
  });
  title(sheet, text);
  return sheet.finish((number, of) => ['', `Sida ${number} av ${of}`]);
}

/** A line of a file of accounts with that text. */
export const sie = (text: string): Uint8Array => encoded([quoted(text)]);

/** What is read in a report of a bank. */
export const xml = (text: string): string => documentOf(Buffer.from(text)).textContent ?? '';
