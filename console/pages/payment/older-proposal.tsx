import { Alert, useQuery, useText } from '../../kit.ts';
import type { Run } from './types.ts';

/** Says that what is shown was proposed once and does not hold now. */
export function OlderProposal({ run, hash }: { run: Run; hash: string }) {
  const { t } = useText();
  const { href } = useQuery();
  const number = run.proposals.findLast(({ proposal }) => proposal === hash)?.number ?? 0;
  return (
    <Alert tone="warning" title={t('older.title')}>
      <p>{t('older.detail', { number: String(number) })}</p>
      {run.proposal && (
        <a class="ds-link" href={href({ forslag: undefined })}>
          {t('older.current')}
        </a>
      )}
    </Alert>
  );
}
