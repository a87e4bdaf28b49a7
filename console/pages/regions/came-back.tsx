import {
  Alert,
  Amount,
  mayCall,
  RunStateTag,
  runHref,
  useMe,
  useRunName,
  useText,
} from '../../kit.ts';
import type { Month } from './types.ts';

/** That a payment came back from the bank, and every time that it has been sent again: plainly, since the region waits for it. */
export function CameBack({
  of: { returnedSek, paidLater, reissues = [] },
}: {
  of: Pick<Month, 'returnedSek' | 'paidLater' | 'reissues'>;
}) {
  const { t } = useText();
  if (returnedSek === undefined) return null;
  const arrived = reissues.some(({ state, returnedSek: again }) => state === 'paid' && !again);
  return (
    <Alert
      tone={arrived ? 'info' : 'warning'}
      title={t(arrived ? 'statement.came-back.arrived' : 'statement.came-back')}
    >
      <p>
        {t('statement.came-back.detail')} <Amount sek={returnedSek} unit />
      </p>
      {reissues.length === 0 ? (
        <p>{t(paidLater ? 'statement.came-back.later' : 'statement.came-back.waits')}</p>
      ) : (
        <ul class="notes">
          {reissues.map((reissue) => (
            <li key={reissue.run}>
              <Reissued of={reissue} />
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

type Reissue = NonNullable<Month['reissues']>[number];

/** One time that it was sent again, and how far that is. */
function Reissued({ of: { run, state, paidOn, sek, returnedSek } }: { of: Reissue }) {
  const { t, day } = useText();
  const me = useMe();
  const nameOf = useRunName();
  return (
    <p class="reissued">
      <strong>
        {paidOn === undefined
          ? t('statement.reissue-coming')
          : t('statement.reissued', { day: day(paidOn) })}
      </strong>
      <Amount sek={sek} unit />
      <RunStateTag state={returnedSek === undefined ? state : 'returned'} />
      {mayCall(me, 'readRun') && (
        <a class="ds-link" href={runHref(run)}>
          {nameOf(run)}
        </a>
      )}
    </p>
  );
}
