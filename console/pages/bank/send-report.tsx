import { useId, useRef, useState } from 'preact/hooks';
import {
  Alert,
  type AnswerOf,
  announce,
  ErrorSummary,
  mayCall,
  Problem,
  useAction,
  useMe,
  useText,
} from '../../kit.ts';
import { ItemsTable } from './items-table.tsx';
import { reportText } from './report-text.ts';

const form = 'send-report';
type Taken = AnswerOf<'takeBankReport'>;

/** Sends in a report that did not come by itself. The same file again changes nothing, and the answer says so. */
export function SendReport({ reload }: { reload: () => Promise<void> }) {
  const { t } = useText();
  const me = useMe();
  const id = useId();
  const { act, busy, problem } = useAction('takeBankReport');
  const [file, choose] = useState<File | undefined>(undefined);
  const [unread, setUnread] = useState<Problem | undefined>(undefined);
  const [taken, setTaken] = useState<Taken | undefined>(undefined);
  const answer = useRef<HTMLDivElement>(null);
  if (!mayCall(me, 'takeBankReport')) return null;

  const send = async () => {
    setTaken(undefined);
    const content = file && reportText(await file.arrayBuffer());
    const missing = file ? t('bank-page.send.not-text') : t('bank-page.send.no-file');
    setUnread(content === undefined ? fileProblem(missing) : undefined);
    if (file === undefined || content === undefined) return;
    const done = await act({}, { file: file.name, content });
    if (!done) return;
    setTaken(done);
    await reload();
    announce(t(`bank-page.send.${wordFor(done)}`));
    answer.current?.focus();
  };
  const wrong = unread ?? problem;
  return (
    <section class="send-report">
      <h2 class="ds-heading section-title">{t('bank-page.send')}</h2>
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void send();
        }}
      >
        {wrong && (
          <ErrorSummary
            problem={wrong}
            form={form}
            labels={{ '/content': t('bank-page.send.file') }}
          />
        )}
        <div class="ds-field field">
          <label class="ds-label" for={`${form}-content`}>
            {t('bank-page.send.file')}
          </label>
          <div data-field="description" id={`${id}-about`}>
            {t('bank-page.send.about')}
          </div>
          <input
            id={`${form}-content`}
            type="file"
            class="ds-input"
            accept=".xml,application/xml,text/xml"
            aria-describedby={`${id}-about`}
            aria-invalid={unread !== undefined}
            onChange={({ currentTarget: { files } }) => {
              choose(files?.[0]);
              setUnread(undefined);
            }}
          />
        </div>
        <div class="actions">
          <button type="submit" class="ds-button" data-variant="secondary" aria-busy={busy}>
            {busy ? t('busy') : t('bank-page.send.do')}
          </button>
        </div>
      </form>
      <div ref={answer} tabIndex={-1}>
        {taken && <Answer taken={taken} />}
      </div>
    </section>
  );
}

const fileProblem = (detail: string): Problem =>
  new Problem({ name: 'no-file', status: 422, errors: [{ pointer: '/content', detail }] });

const wordFor = ({ again, state }: Taken): 'again' | 'refused' | 'taken' =>
  again ? 'again' : state;

/** What became of the report that was just sent in. */
function Answer({ taken }: { taken: Taken }) {
  const { t, count } = useText();
  const { file, state, why, items, again, open } = taken;
  const tone = state === 'refused' ? 'danger' : open ? 'warning' : again ? 'info' : 'success';
  return (
    <>
      <Alert tone={tone} title={t(`bank-page.send.${wordFor(taken)}`)} level={3}>
        <p>{why ?? count('bank-page.items', items.length)}</p>
        {open && state === 'taken' && <p>{t('bank-page.send.open')}</p>}
      </Alert>
      {items.length > 0 && <ItemsTable items={items} caption={t('bank-page.items-of', { file })} />}
    </>
  );
}
