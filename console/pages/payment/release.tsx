import { DownloadButton, Facts, FilePayees, Hash, useText } from '../../kit.ts';
import { SentBar } from './sent-bar.tsx';
import { SentTable } from './sent-table.tsx';
import type { Run } from './types.ts';

/** The order to the bank, once there is one: its file, and each payment in it with what the bank has said of it. */
export function Release({ run }: { run: Run }) {
  const { t, moment, day } = useText();
  const { release, sent, kind, totalSek } = run;
  if (!release) return null;
  const place = { parameters: { run: run.run } };
  return (
    <section class="release">
      <div class="section-head">
        <h2 class="ds-heading">{t('release.title')}</h2>
        <div class="tools">
          {sent.length > 0 && <FilePayees run={run.run} proposal={release.proposal} />}
          {sent.length > 0 && (
            <DownloadButton
              operation="readPaymentFile"
              place={place}
              format="XML"
              text={t('release.get-file')}
              name={`${release.messageId}.xml`}
            />
          )}
          {kind === 'payout' &&
            (['xlsx', 'csv'] as const).map((format) => (
              <DownloadButton
                key={format}
                operation="readAnnex"
                place={{ parameters: { run: run.run, format } }}
                format={format === 'xlsx' ? 'XLSX' : 'CSV'}
                text={t('release.annex')}
                name={`${run.run}.${format}`}
                inLanguage
              />
            ))}
        </div>
      </div>
      <Facts
        of={[
          [t('release.message'), release.messageId],
          [t('release.ordered'), moment(release.orderedAt)],
          [t('run.paid-on'), day(release.paidOn)],
          [t('release.voucher'), release.voucher !== undefined && String(release.voucher)],
          [t('release.file'), <Hash key="file" hash={release.fileHash} />],
        ]}
      />
      {sent.length === 0 ? (
        <p class="quiet">{t('sent.none')}</p>
      ) : (
        <>
          <SentBar sent={sent} />
          <SentTable sent={sent} {...(totalSek !== undefined && sent.length > 1 && { totalSek })} />
        </>
      )}
    </section>
  );
}
