import { useId, useState } from 'preact/hooks';
import { kindOfBytes, MOST_DOCUMENT_BYTES, namedKind } from '../../../core/inputs/document.ts';
import { type BodyOf, type Problem, TextField, useText } from '../../kit.ts';
import { sha256Of } from './sha256-of.ts';

/** A document as it is sent to be kept. */
export type SentDocument = NonNullable<BodyOf<'registerInput'>['document']>;

/**
 * The signed document: a file that is kept with the version, where it is a PDF or a workbook that can be, and its hash, made of the file
 * or typed where the document lies elsewhere. Another hash than the file's lets the file be.
 */
export function DocumentField(props: {
  form: string;
  problem: Problem | undefined;
  value: string;
  onValue: (hash: string, document?: SentDocument) => void;
}) {
  const { t } = useText();
  const id = useId();
  const [read, setRead] = useState<{ text: string; kept: boolean } | undefined>(undefined);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const [hash, bytes] = [await sha256Of(file), new Uint8Array(await file.arrayBuffer())];
    const { name } = file;
    const kept =
      bytes.length <= MOST_DOCUMENT_BYTES &&
      kindOfBytes(bytes) !== undefined &&
      kindOfBytes(bytes) === namedKind(name);
    props.onValue(hash, kept ? { name, content: await base64Of(file) } : undefined);
    setRead({ text: t(kept ? 'inputs.document.read' : 'inputs.document.unkept', { name }), kept });
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
          accept=".pdf,.xlsx"
          aria-describedby={`${id}-about`}
          onChange={({ currentTarget: { files } }) => void choose(files?.[0])}
        />
        <p class={read && !read.kept ? 'unkept' : 'quiet'} role="status">
          {read?.text}
        </p>
      </div>
      <TextField
        form={props.form}
        problem={props.problem}
        pointer="/documentHash"
        label={t('inputs.document-hash')}
        description={t('inputs.document-hash.about')}
        value={props.value}
        onValue={(hash) => {
          setRead(undefined);
          props.onValue(hash);
        }}
      />
    </fieldset>
  );
}

/** A file's bytes as base64, as the browser itself writes them. */
const base64Of = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
