import { useEffect, useRef } from 'preact/hooks';
import { Alert, announce, useMe, useText } from '../../kit.ts';
import { ProposalChanges } from './proposal-changes.tsx';
import type { Run } from './types.ts';

/**
 * Says that what is shown does not hold: why, whose approvals have lapsed with it, and what the proposal that holds has instead. Nothing
 * is decided here; the one that holds is a page of its own, for those who have read what differs.
 */
export function OlderProposal(props: {
  run: Run;
  hash: string;
  /** Shows the proposal that holds in place of this one; absent where this is the latest there is. */
  showLatest: (() => void) | undefined;
}) {
  const { run, hash, showLatest } = props;
  const { t } = useText();
  const me = useMe();
  const shown = run.proposals.findLast(({ proposal }) => proposal === hash);
  if (!shown) throw new RangeError(`${run.run} has no proposal ${hash}.`);
  const number = String(shown.number);
  const approvals = shown.state === 'voided' || shown.state === 'rejected' ? shown.approvals : [];
  const own = approvals.filter(({ by }) => by.sub === me.sub);
  const others = approvals.filter(({ by }) => by.sub !== me.sub);
  const title = t(shown.state === 'rejected' ? 'older.title.rejected' : 'older.title.voided', {
    number,
  });
  const place = useRef<HTMLDivElement>(null);
  const replaced = showLatest !== undefined;
  useEffect(() => {
    if (!replaced) return;
    announce(title);
    // A dialog about what holds no more went with it; whoever was in it goes on from here.
    if (document.activeElement === document.body) place.current?.focus();
  }, [replaced, title]);
  const { because, by } = shown;
  return (
    <div ref={place} tabIndex={-1}>
      <Alert tone="warning" title={title}>
        {because && (
          <p>
            {by ? t('older.rejected', { name: by.name, because }) : t('older.because', { because })}
          </p>
        )}
        {own.map(({ right }) => (
          <p key={right}>
            <strong>{t(`older.lapsed-own.${right}`)}</strong>
          </p>
        ))}
        {others.map((each) => (
          <p key={each.right}>{t(`older.lapsed.${each.right}`, { name: each.by.name })}</p>
        ))}
        {!showLatest && by && <p>{t('older.next')}</p>}
        {showLatest && (
          <>
            <p>{t('older.decide-on-latest')}</p>
            {run.proposal && <ProposalChanges run={run.run} before={hash} after={run.proposal} />}
            <button type="button" class="ds-button" data-variant="secondary" onClick={showLatest}>
              {t('older.current')}
            </button>
          </>
        )}
      </Alert>
    </div>
  );
}
