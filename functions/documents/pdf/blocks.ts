import type { Sheet } from './sheet.ts';
import { colours, page, type Style, styles, textWidth } from './style.ts';

/** The least that stands below a heading on its page. */
const below = 58;

const whole = (sheet: Sheet, indent = 0) => ({
  x: page.left + indent,
  y: sheet.y,
  width: textWidth - indent,
});

/** Who writes, and what kind of document this is, above everything else. */
export function masthead(sheet: Sheet, author: string, kind: string): void {
  const box = whole(sheet);
  sheet.write(author, styles.masthead, box);
  sheet.write(kind, styles.kind, box, { align: 'right' });
  sheet.y += 22;
  sheet.rule(sheet.y, colours.strongRule, 1.2);
  sheet.y += 26;
}

export function title(sheet: Sheet, text: string): void {
  sheet.y += sheet.write(text, styles.h1, whole(sheet), { tag: 'H1' }) + 8;
}

/** A heading with something below it: never the last thing on a page. */
export function heading(sheet: Sheet, text: string, least = below): void {
  const height = sheet.heightOf(text, styles.h2, textWidth);
  if (!sheet.ensure(22 + height + 6 + least)) sheet.y += 22;
  sheet.y += sheet.write(text, styles.h2, whole(sheet), { tag: 'H2' }) + 6;
}

/** A heading of the third level with an amount at the right. */
export function subheading(sheet: Sheet, text: string, amount = '', least = below): void {
  const width = textWidth - 130;
  const height = sheet.heightOf(text, styles.h3, width);
  if (!sheet.ensure(12 + height + least)) sheet.y += 12;
  const heading = amount === '' ? text : `${text}`;
  sheet.write(heading, styles.h3, { ...whole(sheet), width }, { tag: 'H3' });
  if (amount !== '') sheet.write(amount, styles.h3, whole(sheet), { align: 'right' });
  sheet.y += height + 2;
}

export function paragraph(sheet: Sheet, text: string, style: Style = styles.text): void {
  if (text === '') return;
  sheet.ensure(sheet.heightOf(text, style, textWidth));
  sheet.y += sheet.write(text, style, whole(sheet)) + style.size * 0.6;
}
