import {
  Amount,
  type Column,
  DataTable,
  Loaded,
  Page,
  useQuery,
  useResource,
  useText,
} from '../kit.ts';
import { FromSkr } from './requisitions/from-skr.tsx';
import {
  AskedAmount,
  type Requisition,
  RequisitionStateTag,
} from './requisitions/requisition-state.tsx';

/** SKR's requisitions and how far each has come. People only read them here. */
export default function Requisitions() {
  const { t, moment, day } = useText();
  const { get, href } = useQuery();
  const after = get('efter');
  const found = useResource('listRequisitions', { query: { cursor: after } }, { every: 10 });
  const columns: readonly Column<Requisition>[] = [
    {
      key: 'requisition',
      header: t('requisitions.what'),
      cell: ({ requisition, kind, year }) => (
        <a class="ds-link" href={`/rekvisitioner/${requisition}`}>
          {t(`requisition.kind.${kind}`, { year: String(year) })}
        </a>
      ),
    },
    {
      key: 'state',
      header: t('requisitions.state'),
      cell: ({ state }) => <RequisitionStateTag state={state} />,
    },
    { key: 'reference', header: t('requisition.reference'), cell: ({ reference }) => reference },
    {
      key: 'submitted',
      header: t('requisitions.submitted'),
      cell: ({ submittedAt }) => moment(submittedAt),
    },
    {
      key: 'asked',
      header: t('requisitions.asked'),
      numeric: true,
      cell: ({ amount }) => <AskedAmount amount={amount} />,
    },
    {
      key: 'paid',
      header: t('requisitions.paid'),
      numeric: true,
      cell: ({ paidSek }) => paidSek !== undefined && <Amount sek={paidSek} />,
    },
    {
      key: 'paid-on',
      header: t('requisitions.paid-on'),
      cell: ({ paidOn }) => paidOn && day(paidOn),
    },
  ];
  return (
    <Page title={t('requisitions.title')} lead={t('requisitions.lead')}>
      <Loaded resource={found}>
        {({ requisitions, next }) => (
          <>
            <DataTable
              caption={t('requisitions.caption')}
              captionHidden
              narrow="stack"
              columns={columns}
              rows={requisitions}
              rowKey={({ requisition }) => requisition}
              empty={t('requisitions.none')}
            />
            {(after || next) && (
              <p class="actions">
                {after && (
                  <a class="ds-link" href={href({ efter: undefined })}>
                    {t('requisitions.newest')}
                  </a>
                )}
                {next && (
                  <a class="ds-link" href={href({ efter: next })}>
                    {t('requisitions.older')}
                  </a>
                )}
              </p>
            )}
          </>
        )}
      </Loaded>
      <FromSkr />
    </Page>
  );
}
