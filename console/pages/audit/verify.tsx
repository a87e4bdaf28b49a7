import { useState } from 'preact/hooks';
import {
  ActionButton,
  Alert,
  DataTable,
  Facts,
  Hash,
  ProblemAlert,
  Tag,
  TextField,
  useText,
} from '../../kit.ts';
import type { Allowed } from './event-type.ts';
import { useVerification, type VerificationState } from './use-verification.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** Verifies the record here in the browser, and compares its head hash with the server's and with one that was noted elsewhere. */
export function Verify({ readsEvents }: { readsEvents: Allowed }) {
  const { t } = useText();
  const { state, start } = useVerification();
  const [noted, setNoted] = useState('');
  const busy = state.step === 'downloading' || state.step === 'verifying';
  return (
    <section class="verify">
      <h2 class="ds-heading section-title">{t('verify.title')}</h2>
      <p>{t('verify.about')}</p>
      <TextField
        form="verify"
        pointer="/noted"
        label={t('verify.noted')}
        description={t('verify.noted.about')}
        optional
        value={noted}
        onValue={setNoted}
      />
      <div class="actions">
        <ActionButton action={readsEvents} busy={busy} onAct={() => void start()}>
          {t('verify.start')}
        </ActionButton>
      </div>
      <Progress state={state} />
      {state.step === 'failed' && <ProblemAlert problem={state.problem} retry={start} />}
      {state.step === 'done' && <Result state={state} noted={noted.trim().toLowerCase()} />}
    </section>
  );
}

function Progress({ state }: { state: VerificationState }) {
  const { t } = useText();
  if (state.step !== 'downloading' && state.step !== 'verifying') return null;
  const downloading = state.step === 'downloading';
  const text = downloading
    ? t('verify.downloading', { count: String(state.count), of: String(state.of) })
    : t('verify.verifying', { of: String(state.of) });
  return (
    <div class="progress">
      <label for="verify-progress">{text}</label>
      {downloading && state.of > 0 ? (
        <progress id="verify-progress" max={state.of} value={state.count} />
      ) : (
        <progress id="verify-progress" />
      )}
    </div>
  );
}

function Result(props: { state: Extract<VerificationState, { step: 'done' }>; noted: string }) {
  const { own, headHash, grew } = props.state;
  const { t } = useText();
  const { findings } = own;
  const verdict = verdictOf(own, headHash, props.noted);
  return (
    <div class="verify-result">
      <Alert tone={tones[verdict]} title={t(`verify.${verdict}`)} level={3}>
        {verdict === 'unlike-noted' && <p>{t('verify.unlike-noted.text')}</p>}
        <p>{t('verify.counts', { events: String(own.events), streams: String(own.streams) })}</p>
      </Alert>
      {grew && (
        <Alert tone="warning" title={t('verify.grew')} level={3}>
          <p>{t('verify.grew.text')}</p>
        </Alert>
      )}
      <Facts
        of={[
          [t('verify.own-head'), <Hash key="own" hash={own.headHash} />],
          [
            t('verify.server-head'),
            <Same key="server" same={headHash === own.headHash} hash={headHash} />,
          ],
          [
            t('verify.noted-head'),
            props.noted !== '' && (
              <Same key="noted" same={props.noted === own.headHash} hash={props.noted} />
            ),
          ],
        ]}
      />
      {findings.length > 0 && (
        <DataTable
          caption={t('verify.findings')}
          narrow="stack"
          rows={findings}
          rowKey={({ where, what }) => `${where} ${what}`}
          columns={[
            { key: 'where', header: t('verify.where'), cell: ({ where }) => <code>{where}</code> },
            {
              key: 'what',
              header: t('verify.what'),
              cell: ({ what }) => <span lang="en">{what}</span>,
            },
          ]}
        />
      )}
    </div>
  );
}

const tones: Readonly<Record<Verdict, 'success' | 'warning' | 'danger'>> = {
  whole: 'success',
  'not-whole': 'danger',
  'unlike-server': 'danger',
  'unlike-noted': 'warning',
};

function Same({ same, hash }: { same: boolean; hash: string }) {
  const { t } = useText();
  return (
    <span class="same">
      <Hash hash={hash} />
      <Tag tone={same ? 'success' : 'danger'} icon={same ? 'check' : 'cross'}>
        {same ? t('verify.same') : t('verify.another')}
      </Tag>
    </span>
  );
}
