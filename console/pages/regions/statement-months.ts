import { type ChartMonth, drawn } from '../../kit.ts';
import type { Forecast, Statement } from './types.ts';

type Months = readonly (Pick<
  Statement['months'][number],
  'month' | 'totalSek' | 'returnedSek' | 'reissues'
> & {
  readonly lines: readonly { readonly kind: string; readonly sek: string }[];
})[];
type Items = readonly Pick<Forecast['items'][number], 'month' | 'kind' | 'fromSek' | 'toSek'>[];

/**
 * The months to draw, in kronor: those that were paid and those that are still to come, in order. What comes in known amounts is one bar;
 * with ranges added to that, the month ends somewhere between two amounts. What came back and was not paid again by itself is a frame: it
 * stands in a later month, or has not arrived.
 */
export function statementMonths(months: Months, items: Items): readonly ChartMonth[] {
  const named = [...months, ...items].map(({ month }) => month).sort();
  return monthsBetween(named.at(0), named.at(-1)).map((month) => {
    const paid = months.find((each) => each.month === month);
    const own = items.filter((item) => item.month === month);
    const known = own.flatMap(({ fromSek, toSek }) =>
      fromSek === undefined || toSek === undefined ? [] : [[drawn(fromSek), drawn(toSek)] as const],
    );
    const certain = known.filter(([from, to]) => from === to);
    const open = known.filter(([from, to]) => from !== to);
    const coming = certain.reduce((sum, [from]) => sum + from, 0);
    const from = open.reduce((sum, [least]) => sum + least, coming);
    const to = open.reduce((sum, [, most]) => sum + most, coming);
    const planned =
      paid?.lines.find(({ kind }) => kind === 'instalment')?.sek ??
      own.find(({ kind }) => kind === 'instalment')?.fromSek;
    return {
      month,
      ...(planned !== undefined && { planned: drawn(planned) }),
      bars: [
        ...(paid ? [{ look: lookOf(paid), from: 0, to: drawn(paid.totalSek) }] : []),
        ...(certain.length > 0 ? [{ look: 'coming', from: 0, to: coming } as const] : []),
        ...(open.length > 0 ? [{ look: 'range', from, to } as const] : []),
      ],
      unknown: known.length < own.length,
    };
  });
}

const lookOf = ({ returnedSek, reissues = [] }: Months[number]): 'paid' | 'returned' =>
  returnedSek === undefined ||
  reissues.some(({ state, returnedSek: again }) => state === 'paid' && again === undefined)
    ? 'paid'
    : 'returned';

/** Every month from the first to the last, also those in which nothing moves: time is drawn evenly. */
function monthsBetween(first = '', last = ''): readonly string[] {
  const months: string[] = [];
  if (first === '') return months;
  let [year = 0, month = 0] = first.split('-').map(Number);
  for (let at = first; at <= last; ) {
    months.push(at);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    at = `${year}-${String(month).padStart(2, '0')}`;
  }
  return months;
}
