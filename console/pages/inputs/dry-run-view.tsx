import { needTexts } from '../../../functions/contract/api/need-texts.ts';
import {
  Amount,
  type AnswerOf,
  type Column,
  compareSek,
  DataTable,
  Facts,
  Icon,
  type IconName,
  runHref,
  Tag,
  type Tone,
  useRunName,
  useText,
} from '../../kit.ts';
import { ChangesView } from './changes-view.tsx';
import { nameOfEntry } from './entry-names.ts';

type DryRun = AnswerOf<'tryInput'>;
type TriedRun = DryRun['runs'][number];
type Region = TriedRun['regions'][number];

const looks: Readonly<Record<TriedRun['effect'], readonly [Tone, IconName]>> = {
  proposed: ['info', 'pen'],
  'proposed-anew': ['warning', 'back'],
  'still-waiting': ['warning', 'clock'],
  unchanged: ['neutral', 'empty'],
  'nothing-due': ['neutral', 'empty'],
};

/** What a version would change: which entries, and what would become of each run. Nothing of it has been written. */
export function DryRunView({ tried: { changes, runs } }: { tried: DryRun }) {
  const { t } = useText();
  const touched = runs.filter(({ effect }) => effect !== 'unchanged');
  return (
    <>
      <h3 class="ds-heading">{t('inputs.changes')}</h3>
      <ChangesView changes={changes} />
      <h3 class="ds-heading">{t('inputs.dry-run.runs')}</h3>
      {touched.length === 0 && <p>{t('inputs.dry-run.no-runs')}</p>}
      {touched.map((run) => (
        <TriedRunView key={run.run} tried={run} />
      ))}
    </>
  );
}

function TriedRunView({ tried }: { tried: TriedRun }) {
  const { t, language } = useText();
  const nameOf = useRunName();
  const { run, effect, needs, totalBeforeSek, totalAfterSek, voidsApprovals, regions } = tried;
  const [tone, icon] = looks[effect];
  const changed = regions.filter(({ changeSek }) => changeSek !== '0');
  const needed = needs.map(
    (need) => Object.entries(needTexts).find(([name]) => name === need)?.[1][language] ?? need,
  );
  return (
    <article class="tried">
      <h4 class="ds-heading" data-size="2xs">
        <a class="ds-link" href={runHref(run)}>
          {nameOf(run)}
        </a>
      </h4>
      <Tag tone={tone} icon={icon}>
        {t(`inputs.effect.${effect}`)}
      </Tag>
      {voidsApprovals && (
        <p class="tried-warning">
          <Icon name="warning" />
          {t('inputs.dry-run.voids')}
        </p>
      )}
      <Facts
        of={[
          [t('inputs.dry-run.needs'), needed.length > 0 && needed.join(', ')],
          [
            t('inputs.dry-run.before'),
            totalBeforeSek !== undefined && <Amount sek={totalBeforeSek} unit />,
          ],
          [
            t('inputs.dry-run.after'),
            totalAfterSek !== undefined && <Amount sek={totalAfterSek} unit />,
          ],
        ]}
      />
      {changed.length > 0 && <ChangedRegions regions={changed} />}
    </article>
  );
}

function ChangedRegions({ regions }: { regions: readonly Region[] }) {
  const text = useText();
  const { t, count } = text;
  const columns: readonly Column<Region>[] = [
    { key: 'region', header: t('inputs.payee'), cell: ({ region }) => nameOfEntry(region, text) },
    {
      key: 'before',
      header: t('inputs.before-sek'),
      numeric: true,
      cell: ({ beforeSek }) => beforeSek !== undefined && <Amount sek={beforeSek} />,
    },
    {
      key: 'after',
      header: t('inputs.after-sek'),
      numeric: true,
      cell: ({ afterSek }) => afterSek !== undefined && <Amount sek={afterSek} />,
    },
    {
      key: 'change',
      header: t('inputs.change-sek'),
      numeric: true,
      compare: (a, b) => compareSek(a.changeSek, b.changeSek),
      cell: ({ changeSek }) => <Amount sek={changeSek} signed />,
    },
  ];
  return (
    <details class="more">
      <summary>{count('inputs.dry-run.regions', regions.length)}</summary>
      <DataTable
        caption={t('inputs.dry-run.per-region')}
        captionHidden
        narrow="stack"
        columns={columns}
        rows={regions}
        rowKey={({ region }) => region}
      />
    </details>
  );
}
