import type { ChartBar, ChartMonth } from './chart-month.ts';

/** One month of a chart: its bars, its dashed line, its question mark. */
export function ChartBars(props: {
  month: ChartMonth;
  y: (value: number) => number;
  /** How wide a month is. */
  step: number;
  /** What striped bars are filled with. */
  stripes: string;
}) {
  const { month, y, step, stripes } = props;
  const { planned, bars, unknown } = month;
  const gap = Math.max(step * 0.15, 4);
  const top = Math.max(0, ...bars.flatMap(({ from, to }) => [from, to]));
  return (
    <>
      {bars.map((bar) => (
        <Bar key={`${bar.look} ${bar.from}`} {...{ bar, y, gap, step, stripes }} />
      ))}
      {planned !== undefined && (
        <line class="chart-planned" x1="0" x2={step} y1={y(planned)} y2={y(planned)} />
      )}
      {unknown && (
        <text class="chart-unknown" x={step / 2} y={y(top) - 8}>
          {'?'}
        </text>
      )}
    </>
  );
}

function Bar(props: {
  bar: ChartBar;
  y: (value: number) => number;
  gap: number;
  step: number;
  stripes: string;
}) {
  const { bar, y, gap, step, stripes } = props;
  const { look, from, to } = bar;
  const [upper, lower] = [y(Math.max(from, to)), y(Math.min(from, to))];
  const place = { x: gap, width: step - 2 * gap, y: upper, height: lower - upper };
  if (look !== 'adjustment' && look !== 'range') return <rect class={`chart-${look}`} {...place} />;
  return (
    <>
      <rect class="chart-striped" fill={stripes} {...place} />
      {look === 'range' &&
        [upper, lower].map((at) => (
          <line key={at} class="chart-end" x1={gap} x2={step - gap} y1={at} y2={at} />
        ))}
    </>
  );
}
