import { useId } from 'preact/hooks';
import { useText } from '../../kit.ts';
import type { Mark } from './statement-bars.ts';

/** The stripes that stand for what lies between from and to. */
export function Stripes({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="chart-stripe-ground" width="6" height="6" />
        <rect class="chart-stripe" width="2.5" height="6" />
      </pattern>
    </defs>
  );
}

/** What the bars stand for. */
export function StatementKey({ marks }: { marks: readonly Mark[] }) {
  const { t } = useText();
  const id = useId();
  return (
    <ul class="chart-key">
      {marks.map((mark) => (
        <li key={mark}>
          <svg viewBox="0 0 20 14" aria-hidden="true" focusable="false">
            <Sample mark={mark} id={`${id}-${mark}`} />
          </svg>
          {t(`statement.chart.${mark}`)}
        </li>
      ))}
      <li class="quiet">{t('statement.chart.unit')}</li>
    </ul>
  );
}

function Sample({ mark, id }: { mark: Mark; id: string }) {
  const place = { x: 1, y: 1, width: 18, height: 12 };
  if (mark === 'planned') return <line class="chart-planned" x1="0" x2="20" y1="7" y2="7" />;
  if (mark === 'unknown') {
    return (
      <text class="chart-unknown" x="10" y="12">
        {'?'}
      </text>
    );
  }
  if (mark !== 'range') return <rect class="chart-main" data-paid={mark === 'paid'} {...place} />;
  return (
    <>
      <Stripes id={id} />
      <rect class="chart-adjustment" fill={`url(#${id})`} {...place} />
    </>
  );
}
