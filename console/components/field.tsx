import type { ComponentChildren } from 'preact';
import type { Problem } from '../api/problem.ts';
import { useText } from '../i18n/language.tsx';
import { errorAt, fieldId } from './field-id.ts';

interface FieldProps {
  /** The form's name and the JSON pointer into the body: they tie the field to the API's errors. */
  form: string;
  pointer: string;
  label: string;
  description?: string;
  optional?: boolean;
  problem?: Problem | undefined;
  value: string;
  onValue: (value: string) => void;
}

interface Described {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid': boolean;
}

function Field(props: FieldProps & { children: (described: Described) => ComponentChildren }) {
  const { t } = useText();
  const id = fieldId(props.form, props.pointer);
  const error = errorAt(props.problem, props.pointer);
  const says = [props.description && `${id}-about`, error && `${id}-error`].filter(Boolean);
  return (
    <div class="ds-field field">
      <label class="ds-label" for={id}>
        {props.label} {props.optional && <span class="quiet">{t('field.optional')}</span>}
      </label>
      {props.description && (
        <div data-field="description" id={`${id}-about`}>
          {props.description}
        </div>
      )}
      {props.children({
        id,
        ...(says.length > 0 ? { 'aria-describedby': says.join(' ') } : {}),
        'aria-invalid': error !== undefined,
      })}
      {error && (
        <p class="ds-validation-message" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** One line of text, or a day, which the browser's own calendar helps with and writes as YYYY-MM-DD. */
export function TextField({ type = 'text', ...props }: FieldProps & { type?: 'text' | 'date' }) {
  return (
    <Field {...props}>
      {(described) => {
        const input = {
          ...described,
          class: 'ds-input',
          value: props.value,
          required: !props.optional,
          onInput: (event: { currentTarget: HTMLInputElement }) =>
            props.onValue(event.currentTarget.value),
        };
        return type === 'date' ? (
          <input type="date" {...input} />
        ) : (
          <input type="text" {...input} />
        );
      }}
    </Field>
  );
}

/** Several lines of text, such as a reason. */
export function TextArea({ rows = 4, ...props }: FieldProps & { rows?: number }) {
  return (
    <Field {...props}>
      {(described) => (
        <textarea
          {...described}
          class="ds-input"
          rows={rows}
          value={props.value}
          required={!props.optional}
          onInput={(event) => props.onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** One of a few. */
export function SelectField(
  props: FieldProps & { choices: readonly { readonly value: string; readonly text: string }[] },
) {
  return (
    <Field {...props}>
      {(described) => (
        <select
          {...described}
          class="ds-input"
          value={props.value}
          required={!props.optional}
          onChange={(event) => props.onValue(event.currentTarget.value)}
        >
          {props.choices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
