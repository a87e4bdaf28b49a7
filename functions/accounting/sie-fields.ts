import iconv from 'iconv-lite';
import type { Sek } from '../../core/money/sek.ts';
import { fixedPlaces } from '../../core/money/to-places.ts';

/** The code page that SIE calls PC8. */
const CODE_PAGE = 'cp437';

/** What texts are written with that the code page lacks, and what stands for it. */
const plain: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '\u00a0': ' ',
  '\u202f': ' ',
};

/**
 * A text between quotation marks. A quotation mark in it is escaped; a backslash, which could escape the closing one, becomes a slash.
 * What the code page lacks is written plainly, or as a question mark. Refuses control characters with a RangeError.
 */
export function quoted(text: string): string {
  if (/\p{Cc}/u.test(text))
    throw new RangeError(`A text of SIE has no control characters: ${JSON.stringify(text)}.`);
  const known = [...text]
    .map((letter) => plain[letter] ?? letter)
    .map(inCodePage)
    .join('');
  return `"${known.replaceAll('\\', '/').replaceAll('"', '\\"')}"`;
}

const inCodePage = (letter: string): string =>
  iconv.decode(iconv.encode(letter, CODE_PAGE), CODE_PAGE) === letter ? letter : '?';

/** Kronor with two decimals and a point. Refuses, with a RangeError, what two decimals cannot say. */
export function amount(sek: Sek): string {
  if (100n % sek.fraction.denominator !== 0n)
    throw new RangeError(`${sek} kr has no whole number of öre.`);
  return fixedPlaces(sek.fraction, 2);
}

/** YYYYMMDD. */
export const date = (day: string): string => day.replaceAll('-', '');

/** The bytes of a file: each line ended as the standard says. */
export const encoded = (lines: readonly string[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(iconv.encode(lines.map((line) => `${line}\r\n`).join(''), CODE_PAGE));
