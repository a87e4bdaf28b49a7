import type { Calculation } from '../../api/views/calculation.ts';
import type { Element, Sheet } from './sheet.ts';
import { colours, page, styles, textWidth } from './style.ts';

/** Marks a row whose own working is not printed; the documents explain it where the rows end. */
const CONTINUES = '*';
const indent = 13;
/** Amounts stand in a column of their own, however deep the row. */
const amounts = 118;

/** How an amount was worked out, as nested lists: each row is made from the rows indented under it. */
export function calculation(sheet: Sheet, root: Calculation): void {
  list(sheet, [root], 0);
  sheet.y += 6;
}

function list(sheet: Sheet, rows: readonly Calculation[], depth: number, under?: Element): void {
  const element = sheet.element('L', under);
  for (const { text: said, amount, more, of } of rows) {
    const text = more ? `${said} ${CONTINUES}` : said;
    const width = textWidth - amounts - depth * indent;
    const x = page.left + depth * indent;
    const height = sheet.heightOf(text, styles.working, width);
    sheet.ensure(height);
    const body = sheet.element('LBody', sheet.element('LI', element));
    const amountBox = { x: page.width - page.right - amounts + 8, y: sheet.y, width: amounts - 8 };
    sheet.write(text, styles.working, { x, y: sheet.y, width }, { under: body });
    sheet.write(amount, styles.working, amountBox, { under: body, align: 'right' });
    sheet.y += height + 1.5;
    if (of.length === 0) continue;
    const from = { page: sheet.page, y: sheet.y };
    list(sheet, of, depth + 1, body);
    bracket(sheet, x + 3.5, from);
  }
}

/** A line that holds together what belongs together, on every page that it reaches. */
function bracket(
  sheet: Sheet,
  x: number,
  from: { readonly page: number; readonly y: number },
): void {
  for (let number = from.page; number <= sheet.page; number++) {
    const top = number === from.page ? from.y : page.top;
    const end = number === sheet.page ? sheet.y - 2.5 : page.height - page.bottom;
    if (end <= top) continue;
    sheet.decorateOn(number, (doc) =>
      doc.moveTo(x, top).lineTo(x, end).lineWidth(0.5).strokeColor(colours.rule).stroke(),
    );
  }
}
