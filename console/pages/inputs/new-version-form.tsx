import { useId, useState } from 'preact/hooks';
import {
  ActionButton,
  type AnswerOf,
  announce,
  Problem,
  TextField,
  useAction,
  useRouter,
  useText,
} from '../../kit.ts';
import { ContentField } from './content-field.tsx';
import { DocumentField } from './document-field.tsx';
import { DryRunView } from './dry-run-view.tsx';
import { bodyOf, type NewVersion } from './new-version.ts';
import { PlacedErrors } from './placed-errors.tsx';
import type { InputKind } from './version-state.tsx';

const form = 'new-version';

/** Takes a new version, shows what it would change, and registers just what was tried. */
export function NewVersionForm({ kind }: { kind: InputKind }) {
  const { t } = useText();
  const { navigate } = useRouter();
  const { from, canBeCsv, year, kind: name, needsConfirmation } = kind;
  const [given, setGiven] = useState<NewVersion>({
    ...{ from, registration: '', documentHash: '', csv: '', json: '' },
    form: canBeCsv ? 'csv' : 'json',
  });
  const [tried, setTried] = useState<{ text: string; answer: AnswerOf<'tryInput'> }>();
  const [unreadable, setUnreadable] = useState<Problem>();
  const trying = useAction('tryInput');
  const registering = useAction('registerInput');
  const problem = unreadable ?? registering.problem ?? trying.problem;
  const place = { parameters: { year, kind: name } };
  const resultId = useId();

  const change = (changes: Partial<NewVersion>) => setGiven((was) => ({ ...was, ...changes }));
  const body = bodyOf(given, t('inputs.not-json'));
  const text = body instanceof Problem ? '' : JSON.stringify(body);
  const isTried = tried !== undefined && tried.text === text;

  const tryOut = async () => {
    registering.forget();
    setUnreadable(body instanceof Problem ? body : undefined);
    if (body instanceof Problem) return;
    const answer = await trying.act(place, body);
    if (!answer) return;
    setTried({ text, answer });
    announce(t('inputs.tried'));
    requestAnimationFrame(() => document.getElementById(resultId)?.focus());
  };
  const register = async () => {
    if (body instanceof Problem) return;
    const { document } = given;
    const done = await registering.act(place, { ...body, ...(document && { document }) });
    if (!done) return;
    announce(t('inputs.registered-now', { version: String(done.version) }));
    navigate(`/underlag/${year}/${name}/${done.version}`);
  };

  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!trying.busy) void tryOut();
      }}
    >
      {problem && <PlacedErrors problem={problem} form={form} text={textOf(given)} />}
      <TextField
        {...{ form, problem }}
        pointer="/from"
        label={t('inputs.from')}
        value={given.from}
        onValue={(value) => change({ from: value })}
      />
      <TextField
        {...{ form, problem }}
        pointer="/registration"
        label={t('inputs.registration')}
        description={t('inputs.registration.about')}
        optional
        value={given.registration}
        onValue={(value) => change({ registration: value })}
      />
      <DocumentField
        {...{ form, problem }}
        value={given.documentHash}
        onValue={(documentHash, document) => change({ documentHash, document })}
      />
      <ContentField {...{ form, problem, given, change }} csv={canBeCsv} />
      <div class="actions">
        <button type="submit" class="ds-button" aria-busy={trying.busy}>
          {trying.busy ? t('busy') : t('inputs.try')}
        </button>
        <ActionButton
          variant="secondary"
          action={{ allowed: isTried, why: { text: t('inputs.try-first') } }}
          busy={registering.busy}
          onAct={() => void register()}
        >
          {t('inputs.register')}
        </ActionButton>
      </div>
      {tried && (
        <section class="dry-run" aria-labelledby={resultId}>
          <h2 class="ds-heading section-title" id={resultId} tabIndex={-1}>
            {t('inputs.dry-run')}
          </h2>
          {!isTried && <p class="stale">{t('inputs.dry-run.stale')}</p>}
          {needsConfirmation && <p>{t('inputs.dry-run.second')}</p>}
          <DryRunView tried={tried.answer} />
        </section>
      )}
    </form>
  );
}

const textOf = ({ form, csv, json }: NewVersion): string => (form === 'csv' ? csv : json);
