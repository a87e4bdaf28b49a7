import { useEffect } from 'preact/hooks';
import { Loaded, Page, useMe, useResource, useRouter, useText } from '../kit.ts';

/** The regions whose statements one may read. Whoever may read one only is taken there. */
export default function Regions() {
  const { t } = useText();
  const me = useMe();
  const { navigate } = useRouter();
  const found = useResource('listRegions', {});
  const only = me.roles.every((role) => role === 'region') ? me.region : undefined;
  useEffect(() => {
    if (only) navigate(`/regioner/${only}`, { replace: true });
  }, [only, navigate]);
  return (
    <Page title={t('regions.title')} lead={t('regions.lead')}>
      <Loaded resource={found}>
        {({ regions }) => (
          <ul class="region-list">
            {regions.map(({ region, name }) => (
              <li key={region}>
                <a href={`/regioner/${region}`}>
                  <span class="quiet">{`${region} `}</span>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}
