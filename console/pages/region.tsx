import { isRegionCode, regions } from '../../core/regions.ts';
import {
  Loaded,
  Page,
  type PageProps,
  useMe,
  useResource,
  useText,
  YearChoice,
  yearUnderWay,
} from '../kit.ts';
import { StatementView } from './regions/statement-view.tsx';
import { LoadedYear } from './shared/loaded-year.tsx';

/** A region's statement of a grant year: what it got and why, and what is still to come. */
export default function Region({ parameters }: PageProps) {
  const { t } = useText();
  const me = useMe();
  const { region = '' } = parameters;
  const year = parameters.year ?? String(yearUnderWay(me.now));
  const place = { parameters: { region, year } };
  const statement = useResource('readStatement', place, { every: 15 });
  const forecast = useResource('readForecast', place, { every: 15 });
  const alone = me.roles.every((role) => role === 'region');
  return (
    <Page
      title={t('statement.of', { name: isRegionCode(region) ? regions[region] : region, year })}
      lead={t('statement.lead')}
      aside={<YearChoice shown={year} hrefOf={(each) => `/regioner/${region}/${each}`} />}
      {...(alone ? {} : { up: { href: '/regioner', text: t('regions.title') } })}
    >
      {isRegionCode(region) ? (
        <LoadedYear resource={statement} year={year} lines={24}>
          {(shown) => <StatementView statement={shown} forecast={forecast} />}
        </LoadedYear>
      ) : (
        // What is not found is then the region, and not an agreement of the year.
        <Loaded resource={statement}>{() => null}</Loaded>
      )}
    </Page>
  );
}
