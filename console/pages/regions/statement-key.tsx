import { useId } from 'preact/hooks';
import { useText } from '../../kit.ts';

const marks = ['paid', 'coming', 'range', 'unknown'] as const;

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
export function StatementKey() {
  const { t } = useText();
  const id = useId();
  return (
    <ul class="chart-key">
      {marks.map((mark) => (
        <li key={mark}>
          <svg viewBox="0 0 20 14" aria-hidden="true" focusable="false">
            <Mark mark={mark} id={`${id}-${mark}`} />
          </svg>
          {t(`statement.chart.${mark}`)}
        </li>
      ))}
      <li class="quiet">{t('statement.chart.unit')}</li>
    </ul>
  );
}

function Mark({ mark, id }: { mark: (typeof marks)[number]; id: string }) {
  const place = { x: 1, y: 1, width: 18, height: 12 };
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
