/** What a chart can show, in the order in which its key explains it. */
const marks = [
  'planned',
  'frame',
  'credit',
  'paid',
  'used',
  'before',
  'returned',
  'coming',
  'adjustment',
  'range',
  'unknown',
] as const;
export type ChartMark = (typeof marks)[number];

/** A bar from one number to another: filled, pale, a frame, striped, or striped between two ends. */
export interface ChartBar {
  readonly look: Exclude<ChartMark, 'planned' | 'unknown' | ChartLimit['mark']>;
  readonly from: number;
  readonly to: number;
}

/** What the bars are held against: a line across all months. */
export interface ChartLimit {
  readonly mark: 'frame' | 'credit';
  readonly at: number;
}

/** A month as a chart shows it. Its numbers are for drawing only, since what is drawn cannot be read to the krona. */
export interface ChartMonth {
  /** YYYY-MM. */
  readonly month: string;
  /** What there would be without adjustments: a dashed line across the month. */
  readonly planned?: number;
  readonly bars: readonly ChartBar[];
  /** Something is to come of which nothing is known: a question mark instead of a zero. */
  readonly unknown?: boolean;
}

/** An amount as a number of kronor, to draw. */
export const drawn = (sek: string): number => Number(BigInt(sek));

/** What the chart has in it, for its key: what does not occur is not explained. */
export function marksIn(
  months: readonly ChartMonth[],
  limits: readonly ChartLimit[] = [],
): readonly ChartMark[] {
  return marks.filter(
    (mark) =>
      limits.some((limit) => limit.mark === mark) ||
      months.some(({ planned, bars, unknown }) => {
        if (mark === 'planned') return planned !== undefined;
        return mark === 'unknown' ? unknown : bars.some(({ look }) => look === mark);
      }),
  );
}
