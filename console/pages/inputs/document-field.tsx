import { useId, useState } from 'preact/hooks';
import { type Problem, TextField, useText } from '../../kit.ts';
import { sha256Of } from './sha256-of.ts';

/** The hash of the signed document: made of a file that stays on this computer, or typed. */
export function DocumentField(props: {
  form: string;
  problem: Problem | undefined;
  value: string;
  onValue: (hash: string) => void;
}) {
  const { t } = useText();
  const id = useId();
  const [read, setRead] = useState<string | undefined>(undefined);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    props.onValue(await sha256Of(file));
    setRead(t('inputs.document.read', { name: file.name }));
  };
  return (
    <fieldset class="ds-fieldset field-group">
      <legend class="ds-label">{t('inputs.document')}</legend>
      <div class="ds-field field">
        <label class="ds-label" for={id}>
          {t('inputs.document.file')}
        </label>
        <div data-field="description" id={`${id}-about`}>
          {t('inputs.document.file.about')}
        </div>
        <input
          id={id}
          type="file"
          class="ds-input"
          aria-describedby={`${id}-about`}
          onChange={({ currentTarget: { files } }) => void choose(files?.[0])}
        />
        <p class="quiet" role="status">
          {read}
        </p>
      </div>
      <TextField
        {...props}
        pointer="/documentHash"
        label={t('inputs.document-hash')}
        description={t('inputs.document-hash.about')}
        onValue={(hash) => {
          setRead(undefined);
          props.onValue(hash);
        }}
      />
    </fieldset>
  );
}
