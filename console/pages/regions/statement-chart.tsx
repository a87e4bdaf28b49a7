import { useId } from 'preact/hooks';
import { useOverflow, useText } from '../../kit.ts';
import { barsOf, marksIn, type StatementBar, scaleOf } from './statement-bars.ts';
import { StatementKey, Stripes } from './statement-key.tsx';
import type { Forecast, Statement } from './types.ts';

const width = 960;
const height = 300;
const left = 116;
const bottom = 44;
const top = 12;

/**
 * The year as a picture: paid filled, computed but not yet paid as a frame, ranges as ranges. It says nothing that the tables beneath
 * do not say. Nothing is drawn before there is something to draw.
 */
export function StatementChart(props: { statement: Statement; forecast: Forecast | undefined }) {
  const { statement, forecast } = props;
  const { t, kronor, month: monthText } = useText();
  const id = useId();
  const [region, overflows] = useOverflow();
  const bars = barsOf(statement.months, forecast?.items ?? []);
  if (bars.length === 0) return null;
  const { highest, lowest, ticks } = scaleOf(bars);
  const y = (sek: number) => top + ((highest - sek) / (highest - lowest)) * (height - top - bottom);
  const step = (width - left) / bars.length;
  const title = t('statement.chart', { name: statement.name, year: String(statement.year) });
  const reachable = overflows
    ? ({ tabIndex: 0, role: 'region', 'aria-label': title } as const)
    : {};
  return (
    <figure class="chart">
      <figcaption class="ds-heading" data-size="xs">
        {title}
      </figcaption>
      <StatementKey marks={marksIn(bars)} />
      <div ref={region} class="chart-scroll" {...reachable}>
        <svg
          class="statement-chart"
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-about`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-about`}>{t('statement.chart.about')}</desc>
          <Stripes id={`${id}-stripes`} />
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                class={tick === 0 ? 'chart-zero' : 'chart-grid'}
                {...{ x1: left, x2: width, y1: y(tick), y2: y(tick) }}
              />
              <text class="chart-tick" x={left - 10} y={y(tick) + 4}>
                {kronor(String(tick))}
              </text>
            </g>
          ))}
          {bars.map((bar, index) => (
            <g key={bar.month} transform={`translate(${left + index * step} 0)`}>
              <Bar bar={bar} y={y} step={step} stripes={`url(#${id}-stripes)`} />
              <text class="chart-month" x={step / 2} y={height - bottom + 20}>
                {monthText(bar.month).slice(0, 3)}
              </text>
              {(index === 0 || bar.month.endsWith('-01')) && (
                <text class="chart-year" x={step / 2} y={height - bottom + 37}>
                  {bar.month.slice(0, 4)}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
    </figure>
  );
}

function Bar(props: {
  bar: StatementBar;
  y: (sek: number) => number;
  step: number;
  stripes: string;
}) {
  const { bar, y, step, stripes } = props;
  const { planned, paid, coming, range, unknown } = bar;
  const gap = Math.max(step * 0.16, 4);
  const place = { x: gap, width: step - 2 * gap };
  const from0 = (sek: number) => ({
    y: y(Math.max(sek, 0)),
    height: Math.abs(y(sek) - y(0)),
  });
  return (
    <>
      {paid !== undefined && (
        <rect class="chart-main" data-paid="true" {...place} {...from0(paid)} />
      )}
      {coming !== undefined && <rect class="chart-main" {...place} {...from0(coming)} />}
      {range && (
        <>
          <rect
            class="chart-adjustment"
            fill={stripes}
            {...place}
            y={y(range[1])}
            height={y(range[0]) - y(range[1])}
          />
          <line class="chart-end" x1={gap} x2={step - gap} y1={y(range[1])} y2={y(range[1])} />
          <line class="chart-end" x1={gap} x2={step - gap} y1={y(range[0])} y2={y(range[0])} />
        </>
      )}
      {planned !== undefined && (
        <line class="chart-planned" x1="0" x2={step} y1={y(planned)} y2={y(planned)} />
      )}
      {unknown && (
        <text class="chart-unknown" x={step / 2} y={y(Math.max(range?.[1] ?? 0, coming ?? 0)) - 8}>
          {'?'}
        </text>
      )}
    </>
  );
}
