import { Facts, Hash, useText } from '../../kit.ts';
import type { Run } from './types.ts';

/** The order to the bank, once there is one. */
export function Release({ run: { release } }: { run: Run }) {
  const { t, moment, day } = useText();
  if (!release) return null;
  return (
    <section>
      <h2 class="ds-heading section-title">{t('release.title')}</h2>
      <Facts
        of={[
          [t('release.message'), release.messageId],
          [t('release.ordered'), moment(release.orderedAt)],
          [t('run.paid-on'), day(release.paidOn)],
          [t('release.voucher'), release.voucher !== undefined && String(release.voucher)],
          [t('release.file'), <Hash key="file" hash={release.fileHash} />],
        ]}
      />
    </section>
  );
}
