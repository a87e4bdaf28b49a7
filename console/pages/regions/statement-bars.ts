import type { Forecast, Statement } from './types.ts';

/** A month as the picture shows it, in kronor as numbers: for drawing only, since what is drawn cannot be read to the krona. */
export interface StatementBar {
  readonly month: string;
  /** The month's instalment, paid or still to come: what there would be without adjustments. */
  readonly planned?: number;
  /** What was paid in all; undefined when nothing has been. */
  readonly paid?: number;
  /** What is still to come in one known amount, decided or unsigned, in all; undefined when nothing is. */
  readonly coming?: number;
  /** Between what the month ends when the ranges are added to that. */
  readonly range?: readonly [from: number, to: number];
  /** Something is to come of which nothing is known. */
  readonly unknown: boolean;
}

const drawn = (sek: string): number => Number(BigInt(sek));

type Months = readonly (Pick<Statement['months'][number], 'month' | 'totalSek'> & {
  readonly lines: readonly { readonly kind: string; readonly sek: string }[];
})[];
type Items = readonly Pick<Forecast['items'][number], 'month' | 'kind' | 'fromSek' | 'toSek'>[];

/** The months that were paid and the months that are still to come, in order. */
export function barsOf(months: Months, items: Items): readonly StatementBar[] {
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
    const range = [
      open.reduce((sum, [from]) => sum + from, coming),
      open.reduce((sum, [, to]) => sum + to, coming),
    ] as const;
    const planned =
      paid?.lines.find(({ kind }) => kind === 'instalment')?.sek ??
      own.find(({ kind }) => kind === 'instalment')?.fromSek;
    return {
      month,
      ...(planned !== undefined && { planned: drawn(planned) }),
      ...(paid && { paid: drawn(paid.totalSek) }),
      ...(certain.length > 0 && { coming }),
      ...(open.length > 0 && { range }),
      unknown: known.length < own.length,
    };
  });
}

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

/** The scale that holds every bar and zero, with steps of 1, 2 or 5 times a power of ten. */
export function scaleOf(bars: readonly StatementBar[]) {
  const all = bars.flatMap(({ planned = 0, paid = 0, coming = 0, range = [0, 0] }) => [
    ...[planned, paid, coming],
    ...range,
  ]);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const step = niceStep((high - low || 1) / 5);
  const lowest = Math.floor(low / step) * step;
  const highest = Math.max(Math.ceil(high / step) * step, lowest + step);
  const ticks: number[] = [];
  for (let tick = lowest; tick <= highest; tick += step) ticks.push(tick);
  return { lowest, highest, ticks };
}

function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least) ?? power * 10;
}

/** What the picture has in it, for its key: what does not occur is not explained. */
export function marksIn(bars: readonly StatementBar[]): readonly Mark[] {
  const occurs: Readonly<Record<Mark, (bar: StatementBar) => boolean>> = {
    planned: ({ planned }) => planned !== undefined,
    paid: ({ paid }) => paid !== undefined,
    coming: ({ coming }) => coming !== undefined,
    range: ({ range }) => range !== undefined,
    unknown: ({ unknown }) => unknown,
  };
  return marks.filter((mark) => bars.some(occurs[mark]));
}

const marks = ['planned', 'paid', 'coming', 'range', 'unknown'] as const;
export type Mark = (typeof marks)[number];
