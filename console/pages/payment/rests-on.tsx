import { inputKindTexts } from '../../../functions/contract/api/input-kind-texts.ts';
import { Amount, DataTable, Facts, Hash, Tag, useText } from '../../kit.ts';
import type { Proposal } from './types.ts';

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
            [t('rests.budget-year'), budgetYear && String(budgetYear)],
            [t('rests.code-version'), <Hash key="code" hash={codeVersion} />],
          ]}
        />
        <DataTable
          caption={t('rests.sums')}
          narrow="stack"
          rows={sums}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', header: t('rests.sum'), cell: ({ name }) => name },
            {
              key: 'left',
              header: t('rests.left'),
              numeric: true,
              cell: ({ left }) => shown(left),
            },
            {
              key: 'right',
              header: t('rests.right'),
              numeric: true,
              cell: ({ right }) => shown(right),
            },
            {
              key: 'holds',
              header: t('rests.holds'),
              cell: ({ holds }) => (
                <Tag tone={holds ? 'success' : 'danger'} icon={holds ? 'check' : 'cross'}>
                  {holds ? t('rests.holds') : t('rests.holds-not')}
                </Tag>
              ),
            },
          ]}
        />
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

  /** Kronor are grouped; anything else that is compared stays as it is. */
  function shown(side: string) {
    return /^-?(0|[1-9][0-9]*)$/.test(side) ? <Amount sek={side} /> : side;
  }
}
