import { useId } from 'preact/hooks';
import { useText } from '../../kit.ts';

const marks = ['planned', 'paid', 'coming', 'adjustments'] as const;

/** What the bars stand for. */
export function ChartKey() {
  const { t } = useText();
  const id = useId();
  return (
    <ul class="chart-key">
      {marks.map((mark) => (
        <li key={mark}>
          <svg viewBox="0 0 20 14" aria-hidden="true" focusable="false">
            <defs>
              <pattern
                id={`${id}-key`}
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect class="chart-stripe-ground" width="6" height="6" />
                <rect class="chart-stripe" width="2.5" height="6" />
              </pattern>
            </defs>
            <Mark mark={mark} stripes={`url(#${id}-key)`} />
          </svg>
          {t(`chart.${mark}`)}
        </li>
      ))}
      <li class="quiet">{t('chart.unit')}</li>
    </ul>
  );
}

function Mark({ mark, stripes }: { mark: (typeof marks)[number]; stripes: string }) {
  const place = { x: 1, y: 1, width: 18, height: 12 };
  if (mark === 'planned') return <line class="chart-planned" x1="0" x2="20" y1="7" y2="7" />;
  if (mark === 'adjustments') return <rect class="chart-adjustment" fill={stripes} {...place} />;
  return <rect class="chart-main" data-paid={mark === 'paid'} {...place} />;
}
