import type { ComponentChildren } from 'preact';
import { Amount, DataTable, Facts, Loaded, useResource, useText } from '../../kit.ts';
import { kindTitle } from '../inputs/kind-title.ts';
import type { Changes } from './types.ts';

/** What a newer proposal has instead of the one that is shown: total, pay day, accounts, inputs, and the amounts payee by payee. */
export function ProposalChanges(props: { run: string; before: string; after: string }) {
  const { run, before, after } = props;
  const { t } = useText();
  const found = useResource('readProposalChanges', {
    parameters: { run, before, proposal: after },
  });
  return (
    <section class="changes" aria-label={t('changes.label')}>
      <Loaded resource={found} lines={6}>
        {(changes) => <Differences changes={changes} />}
      </Loaded>
    </section>
  );
}

function Differences({ changes }: { changes: Changes }) {
  const { t, day, language } = useText();
  const { totalSek, payDay, debtorAccount, accounts, inputs, payees, after } = changes;
  const version = (of: string | undefined) => of ?? t('changes.none');
  return (
    <>
      <h3 class="ds-heading" data-size="2xs">
        {t('changes.title', { number: String(after.number) })}
      </h3>
      <Facts
        of={[
          [
            t('changes.total'),
            <FromTo
              key="total"
              from={<Amount sek={totalSek.before} />}
              to={<Amount sek={totalSek.after} unit />}
              by={totalSek.change.sek}
            />,
          ],
          [t('run.pay-day'), payDay && <FromTo from={day(payDay.before)} to={day(payDay.after)} />],
          [
            t('rests.debtor'),
            debtorAccount && <FromTo from={debtorAccount.before} to={debtorAccount.after} />,
          ],
          ...accounts.map(
            ({ before, after: now }) =>
              [
                t('changes.account', { name: now.name }),
                <FromTo
                  key={now.name}
                  from={`${before.name}, ${before.account}`}
                  to={`${now.name}, ${now.account}`}
                />,
              ] as const,
          ),
          ...inputs.map(
            (input) =>
              [
                kindTitle(input.kind, String(input.year), language),
                <FromTo
                  key={input.kind}
                  from={t('changes.version', { version: version(input.before) })}
                  to={t('changes.version', { version: version(input.after) })}
                />,
              ] as const,
          ),
        ]}
      />
      {payees.length > 0 && <Amounts payees={payees} />}
    </>
  );
}

/** Every line that differs, payee by payee. */
function Amounts({ payees }: Pick<Changes, 'payees'>) {
  const { t } = useText();
  const rows = payees.flatMap(({ payee, name, lines }) =>
    lines.map((line) => ({ ...line, payee, name })),
  );
  const amount = (sek: string | undefined) =>
    sek === undefined ? <span class="quiet">{'–'}</span> : <Amount sek={sek} />;
  return (
    <DataTable
      caption={t('changes.lines')}
      narrow="stack"
      rows={rows}
      rowKey={({ payee, kind }) => `${payee} ${kind}`}
      columns={[
        { key: 'payee', header: t('lines.payee'), rowHeader: true, cell: ({ name }) => name },
        { key: 'kind', header: t('changes.line'), cell: ({ text }) => text },
        {
          key: 'before',
          header: t('changes.before'),
          numeric: true,
          cell: ({ before }) => amount(before),
        },
        {
          key: 'after',
          header: t('changes.after'),
          numeric: true,
          cell: ({ after }) => amount(after),
        },
        {
          key: 'change',
          header: t('changes.change'),
          numeric: true,
          cell: ({ change }) => <Amount sek={change.sek} signed />,
        },
      ]}
    />
  );
}

function FromTo(props: { from: ComponentChildren; to: ComponentChildren; by?: string }) {
  const { t } = useText();
  return (
    <span class="from-to">
      <span class="quiet">{props.from}</span>
      <span class="ds-sr-only">{t('changes.becomes')}</span>
      <span aria-hidden="true">{' → '}</span>
      <strong>{props.to}</strong>
      {props.by !== undefined && (
        <span class="quiet">
          {' ('}
          <Amount sek={props.by} signed />
          {')'}
        </span>
      )}
    </span>
  );
}
