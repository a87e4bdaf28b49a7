import { inputKindTexts } from '../../../functions/contract/api/input-kind-texts.ts';
import { useText } from '../../i18n/language.tsx';
import { DataTable } from '../data-table.tsx';
import { Facts } from '../facts.tsx';
import { Hash } from '../hash.tsx';
import type { Proposal } from './shown-proposal.ts';
import { Sums } from './sums.tsx';

const kinds: Readonly<Record<string, { readonly sv: string; readonly en: string }>> =
  inputKindTexts;

/** What the proposal is made from: sums that must be equal, input versions, authority, accounts, the version of the program. */
export function RestsOn({ proposal }: { proposal: Proposal }) {
  const { t, language } = useText();
  const { debtor, decisions, agreements, budgetYear, codeVersion, restsOn, sums } = proposal;
  return (
    <details class="disclosure">
      <summary>
        <h2 class="ds-heading">{t('rests.title')}</h2>
      </summary>
      <div class="disclosed">
        <Facts
          of={[
            [t('rests.decisions'), decisions.length > 0 && decisions.join(', ')],
            [
              t('rests.agreements'),
              agreements.length > 0 &&
                agreements
                  .map(({ year, registration }) =>
                    t('rests.agreement', { year: String(year), registration }),
                  )
                  .join('; '),
            ],
            [t('rests.debtor'), debtor && t('rests.debtor-account', debtor)],
            [t('rests.debtor-town'), debtor?.town],
            [t('rests.bank-agreement'), debtor?.bankAgreement],
            [t('rests.file-format'), debtor?.fileFormat],
            [t('rests.budget-year'), budgetYear && String(budgetYear)],
            [t('rests.code-version'), <Hash key="code" hash={codeVersion} />],
          ]}
        />
        <Sums sums={sums} />
        <DataTable
          caption={t('rests.inputs')}
          narrow="stack"
          rows={restsOn}
          rowKey={({ stream, version }) => `${stream} ${version}`}
          columns={[
            {
              key: 'input',
              header: t('rests.input'),
              cell: ({ kind, year }) =>
                [kinds[kind]?.[language] ?? kind, year === 'all' ? '' : year].join(' ').trim(),
            },
            {
              key: 'version',
              header: t('rests.version'),
              numeric: true,
              cell: (each) => each.version,
            },
            {
              key: 'by',
              header: t('rests.by'),
              cell: ({ registeredBy, registeredByName }) => registeredByName ?? registeredBy,
            },
            { key: 'hash', header: t('rests.hash'), cell: ({ hash }) => <Hash hash={hash} /> },
          ]}
        />
      </div>
    </details>
  );
}
