import { useRef, useState } from 'preact/hooks';
import { regionCodes, regions } from '../../../core/regions.ts';
import {
  announce,
  ConfirmDialog,
  ErrorSummary,
  SelectField,
  TextField,
  useAction,
  useRouter,
  useText,
} from '../../kit.ts';
import { DocumentField, type SentDocument } from '../inputs/document-field.tsx';
import { type DiscountRow, pointerOf, reportedDiscounts } from './reported-discounts.ts';

const form = 'discounts';

/** Takes the discounts, one row for each, with the signed document's hash; asks before it is signed. */
export function DiscountsForm({ year }: { year: string }) {
  const { t, count } = useText();
  const { navigate } = useRouter();
  const [rows, setRows] = useState<readonly DiscountRow[]>([]);
  const [documentHash, setDocumentHash] = useState('');
  const [document, setDocument] = useState<SentDocument | undefined>(undefined);
  const [registration, setRegistration] = useState('');
  const [asking, ask] = useState(false);
  const next = useRef(1);
  const { act, busy, problem } = useAction('signLocalDiscounts');
  const filled = rows.filter(({ sek }) => sek.trim() !== '').length;
  const change = (id: number, changes: Partial<DiscountRow>) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, ...changes } : row)));

  const sign = async () => {
    const discounts = Object.fromEntries(
      Object.entries(reportedDiscounts(rows)).map(([region, list]) => [region, [...list]]),
    );
    const body = {
      discounts,
      documentHash: documentHash.trim().toLowerCase(),
      ...(document && { document }),
      ...(registration.trim() === '' ? {} : { registration: registration.trim() }),
    };
    // First, or the dialog would keep the focus from the summary of what is wrong.
    ask(false);
    const done = await act({ parameters: { year } }, body);
    if (!done) return;
    announce(t('discounts.done'));
    navigate(`/avstamning/${year}`);
  };

  const labels: Record<string, string> = {
    '/documentHash': t('inputs.document-hash'),
    '/document/content': t('inputs.document'),
    '/document/name': t('inputs.document'),
    '/registration': t('inputs.registration'),
  };
  rows.forEach(({ id, region }, index) => {
    labels[pointerOf(rows, id)] = t('discounts.row', {
      number: String(index + 1),
      region: nameOf(region),
    });
  });

  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) ask(true);
      }}
    >
      {problem && <ErrorSummary problem={problem} form={form} labels={labels} />}
      <DocumentField
        {...{ form, problem }}
        value={documentHash}
        onValue={(hash, brought) => {
          setDocumentHash(hash);
          setDocument(brought);
        }}
      />
      <TextField
        {...{ form, problem }}
        pointer="/registration"
        label={t('inputs.registration')}
        optional
        value={registration}
        onValue={setRegistration}
      />
      <h2 class="ds-heading section-title discounts-head">{t('reconciliation.discounts')}</h2>
      {rows.length === 0 && <p>{t('discounts.none-yet')}</p>}
      {rows.map(({ id, region, sek }, index) => (
        <fieldset key={id} class="ds-fieldset discount">
          <legend class="ds-label">{t('discounts.number', { number: String(index + 1) })}</legend>
          <SelectField
            form={form}
            pointer={`/region/${id}`}
            label={t('reconciliation.region')}
            value={region}
            onValue={(value) => change(id, { region: value })}
            choices={regionCodes.map((code) => ({ value: code, text: regions[code] }))}
          />
          <TextField
            {...{ form, problem }}
            pointer={pointerOf(rows, id)}
            label={t('discounts.sek')}
            value={sek}
            onValue={(value) => change(id, { sek: value })}
          />
          <button
            type="button"
            class="ds-button"
            data-variant="tertiary"
            onClick={() => setRows(rows.filter((row) => row.id !== id))}
          >
            {t('discounts.remove', { number: String(index + 1) })}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        onClick={() =>
          setRows([...rows, { id: next.current++, region: regionCodes[0] ?? '', sek: '' }])
        }
      >
        {t('discounts.add')}
      </button>
      <div class="actions">
        <button type="submit" class="ds-button" aria-busy={busy}>
          {busy ? t('busy') : t('discounts.sign')}
        </button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('discounts.confirm.title', { year })}
        confirm={t('discounts.sign')}
        onClose={() => ask(false)}
        onConfirm={() => void sign()}
      >
        <p>{filled === 0 ? t('discounts.confirm.none') : count('discounts.confirm', filled)}</p>
        <p class="whole-hash">
          <span class="quiet">{t('inputs.document-hash')}</span>
          <code>{documentHash || t('inputs.none')}</code>
        </p>
      </ConfirmDialog>
    </form>
  );
}

const nameOf = (code: string): string =>
  Object.entries(regions).find(([each]) => each === code)?.[1] ?? code;
