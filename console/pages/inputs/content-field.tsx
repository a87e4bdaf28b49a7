import { useId } from 'preact/hooks';
import { errorAt, Problem, TextArea, useText } from '../../kit.ts';
import type { Form, NewVersion } from './new-version.ts';
import { contentPointer, isInContent } from './placed-errors.tsx';

/** The content: a table as CSV where the kind has one, or JSON; written, pasted, or read from a file. */
export function ContentField(props: {
  form: string;
  problem: Problem | undefined;
  /** Whether the kind may come as a table. */
  csv: boolean;
  given: NewVersion;
  change: (changes: Partial<NewVersion>) => void;
}) {
  const { form, problem, csv, given, change } = props;
  const { t } = useText();
  const id = useId();
  const write = (text: string) => change(given.form === 'csv' ? { csv: text } : { json: text });
  return (
    <fieldset class="ds-fieldset field-group">
      <legend class="ds-label">{t('inputs.content')}</legend>
      {csv && (
        <div class="radios" role="radiogroup" aria-label={t('inputs.form')}>
          {(['csv', 'json'] as const satisfies readonly Form[]).map((each) => (
            <label key={each} class="choice">
              <input
                type="radio"
                class="ds-input"
                name={id}
                checked={given.form === each}
                onChange={() => change({ form: each })}
              />
              {t(`inputs.form.${each}`)}
            </label>
          ))}
        </div>
      )}
      <div class="ds-field field">
        <label class="ds-label" for={`${id}-file`}>
          {t('inputs.content.file')}
        </label>
        <input
          id={`${id}-file`}
          type="file"
          class="ds-input"
          accept={given.form === 'csv' ? '.csv,text/csv,text/plain' : '.json,application/json'}
          onChange={async ({ currentTarget: { files } }) => {
            const text = await files?.[0]?.text();
            if (text !== undefined) write(text);
          }}
        />
      </div>
      <TextArea
        form={form}
        pointer={contentPointer}
        label={t(`inputs.content.${given.form}`)}
        description={t(`inputs.content.${given.form}.about`)}
        rows={12}
        problem={useFieldProblem(problem)}
        value={given.form === 'csv' ? given.csv : given.json}
        onValue={write}
      />
    </fieldset>
  );
}

/** The problem as the one field has it: its own error, or how many places in it are wrong. The places stand in the summary. */
function useFieldProblem(problem: Problem | undefined): Problem | undefined {
  const { count } = useText();
  const within = problem?.errors.filter(({ pointer }) => isInContent(pointer)) ?? [];
  if (!problem || within.length === 0) return undefined;
  const own = errorAt(problem, contentPointer) ?? errorAt(problem, '/csv');
  const detail = own ?? count('inputs.content.errors', within.length);
  return new Problem({
    ...{ name: problem.name, status: problem.status },
    errors: [{ pointer: contentPointer, detail }],
  });
}
