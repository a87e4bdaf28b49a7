import {
  Amount,
  DataTable,
  DownloadButton,
  FilePayees,
  runHref,
  useRunName,
  useText,
} from '../../kit.ts';
import type { SentFile } from './types.ts';

/** The files that have left in the year, and how far the payments in each are. */
export function FilesTable({ files }: { files: readonly SentFile[] }) {
  const { t, day } = useText();
  const nameOf = useRunName();
  return (
    <section>
      <h2 class="ds-heading section-title">{t('bank-page.files')}</h2>
      <DataTable
        caption={t('bank-page.files')}
        captionHidden
        narrow="stack"
        rows={files.toReversed()}
        rowKey={({ run }) => run}
        empty={t('bank-page.files.none')}
        columns={[
          {
            key: 'run',
            header: t('bank-page.file.run'),
            rowHeader: true,
            cell: ({ run, messageId }) => (
              <>
                <a class="ds-link" href={runHref(run)}>
                  {nameOf(run)}
                </a>
                <span class="row-note">{messageId}</span>
              </>
            ),
          },
          {
            key: 'day',
            header: t('bank-page.file.day'),
            compare: (a, b) => a.executionDay.localeCompare(b.executionDay),
            cell: ({ executionDay }) => <span class="amount">{day(executionDay)}</span>,
          },
          {
            key: 'total',
            header: t('bank-page.file.total'),
            numeric: true,
            cell: ({ totalSek }) => <Amount sek={totalSek} />,
          },
          {
            key: 'far',
            header: t('bank-page.file.far'),
            cell: (file) => <HowFar file={file} />,
          },
          {
            key: 'get',
            header: t('bank-page.file.get'),
            cell: ({ run, messageId, proposal }) => (
              <>
                <DownloadButton
                  operation="readPaymentFile"
                  place={{ parameters: { run } }}
                  format="XML"
                  text={t('bank-page.file.get')}
                  about={nameOf(run)}
                  name={`${messageId}.xml`}
                />
                <FilePayees {...{ run, proposal }} />
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

/** How many of the file's payments are booked and how many came back: drawn, and in words that say all of it. */
function HowFar({ file }: { file: SentFile }) {
  const { t, count } = useText();
  const { payments, booked, cameBack, held } = file;
  return (
    <div class="how-far">
      <span>
        {t('bank-page.file.booked', { booked: String(booked), payments: String(payments) })}
        {cameBack > 0 && t('bank-page.file.and', { more: count('bank-page.file.back', cameBack) })}
        {held > 0 && t('bank-page.file.and', { more: count('bank-page.file.held', held) })}
      </span>
      <svg
        viewBox={`0 0 ${payments} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect class="sent-sent" width={payments} height="1" />
        <rect class="sent-booked" width={booked} height="1" />
        <rect class="sent-returned" x={payments - cameBack} width={cameBack} height="1" />
      </svg>
    </div>
  );
}
