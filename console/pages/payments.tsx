import { Loaded, Page, useQuery, useResource, useText } from '../kit.ts';
import { RunFilters } from './payments/run-filters.tsx';
import { RunTable } from './payments/run-table.tsx';

/** Every run, the newest first; year, kind and state stand in the address, so that a choice can be linked to. */
export default function Payments() {
  const { t } = useText();
  const query = useQuery();
  const runs = useResource(
    'listRuns',
    {
      query: {
        year: query.get('ar'),
        kind: query.get('slag'),
        state: query.get('lage'),
        cursor: query.get('efter'),
      },
    },
    { every: 5 },
  );
  return (
    <Page title={t('payments.title')}>
      <RunFilters />
      <Loaded resource={runs} lines={20}>
        {({ runs, next }) => (
          <>
            <RunTable runs={runs} />
            {(next || query.get('efter')) && (
              <p class="pager">
                {query.get('efter') && (
                  <a class="ds-link" href={query.href({ efter: undefined })}>
                    {t('payments.newest')}
                  </a>
                )}
                {next && (
                  <a class="ds-link" href={query.href({ efter: next })}>
                    {t('payments.older')}
                  </a>
                )}
              </p>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
