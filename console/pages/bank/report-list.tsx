import { useState } from 'preact/hooks';
import { Alert, Facts, Hash, Tag, useText } from '../../kit.ts';
import { ItemsTable } from './items-table.tsx';
import { ResolvedNote } from './resolved-note.tsx';
import type { Report } from './types.ts';

/** How many are shown before one asks for the older ones. */
const atOnce = 8;

/** What the bank has sent, the newest first; each opens to everything in it. */
export function ReportList({ reports }: { reports: readonly Report[] }) {
  const { t } = useText();
  const [all, showAll] = useState(false);
  return (
    <section>
      <h2 class="ds-heading section-title">{t('bank-page.reports')}</h2>
      {reports.length === 0 && <p class="quiet">{t('bank-page.reports.none')}</p>}
      <div class="unfolding">
        {reports.slice(0, all ? undefined : atOnce).map((report) => (
          <ReportRow key={report.report} report={report} />
        ))}
      </div>
      {!all && reports.length > atOnce && (
        <button type="button" class="text-button" onClick={() => showAll(true)}>
          {t('bank-page.reports.more', { count: String(reports.length - atOnce) })}
        </button>
      )}
    </section>
  );
}

function ReportRow({ report }: { report: Report }) {
  const { t, count, moment } = useText();
  const [open, setOpen] = useState(false);
  const { file, at, format, messageId, state, why, items } = report;
  const refused = state === 'refused';
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="unfolding-name">{file}</span>
        <span class="quiet">{moment(at)}</span>
        <span class="quiet">{refused ? '' : count('bank-page.items', items.length)}</span>
        <Tag
          tone={refused ? 'danger' : report.open ? 'warning' : 'success'}
          icon={refused || report.open ? 'warning' : 'check'}
        >
          {t(
            refused
              ? 'bank-page.state.refused'
              : report.open
                ? 'bank-page.state.open'
                : 'bank-page.state.taken',
          )}
        </Tag>
      </summary>
      {open && (
        <div class="unfolded">
          {why && (
            <Alert tone="danger" title={t('bank-page.state.refused')} level={3}>
              <p>{why}</p>
              <ResolvedNote item={items[0]} />
            </Alert>
          )}
          <Facts
            of={[
              [t('bank-page.report.format'), format],
              [t('bank-page.report.message'), messageId],
              [t('bank-page.report.hash'), <Hash key="hash" hash={report.report} />],
            ]}
          />
          {!refused && <ItemsTable items={items} caption={t('bank-page.items-of', { file })} />}
        </div>
      )}
    </details>
  );
}
