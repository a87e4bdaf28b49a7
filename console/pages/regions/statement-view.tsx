import {
  Alert,
  Amount,
  AmountButton,
  Chart,
  DownloadButton,
  Loaded,
  PrintButton,
  type Resource,
  useQuery,
  useText,
  WorkingDialog,
} from '../../kit.ts';
import { ForecastList } from './forecast-list.tsx';
import { MonthsTable } from './months-table.tsx';
import { statementMonths } from './statement-months.ts';
import type { Forecast, Statement } from './types.ts';

/** The year in figures, as a picture, month by month, and what is still to come. */
export function StatementView(props: { statement: Statement; forecast: Resource<Forecast> }) {
  const { statement, forecast } = props;
  const { t } = useText();
  const query = useQuery();
  const { region, year, grantSek, grantWorking, paidSek, owedSek, months } = statement;
  const [first] = months;
  const shown = shownIn(statement, query.get('belopp'), t('statement.grant'));
  return (
    <>
      <dl class="figures">
        <div>
          <dt>{t('statement.grant')}</dt>
          <dd>
            {grantSek === undefined ? (
              t('statement.grant.none')
            ) : grantWorking && first ? (
              <AmountButton
                sek={grantSek}
                unit
                about={t('statement.show-grant')}
                onShow={() => query.set({ belopp: `${first.month}.grant` })}
              />
            ) : (
              <Amount sek={grantSek} unit />
            )}
          </dd>
        </div>
        <div>
          <dt>{t('statement.paid')}</dt>
          <dd>
            <Amount sek={paidSek} unit />
          </dd>
        </div>
        {owedSek !== '0' && (
          <div>
            <dt>{t('statement.owed')}</dt>
            <dd>
              <Amount sek={owedSek} unit />
            </dd>
          </div>
        )}
      </dl>
      <Chart
        title={t('statement.chart', { name: statement.name, year: String(year) })}
        about={t('statement.chart.about')}
        unit={t('chart.kronor')}
        months={statementMonths(months, forecast.data?.items ?? [])}
      />
      <section class="lines statement">
        <div class="section-head">
          <div>
            <h2 class="ds-heading">{t('statement.months')}</h2>
            <p class="quiet">{t('statement.how')}</p>
          </div>
          <div class="tools">
            <DownloadButton
              operation="printStatement"
              place={{ parameters: { region, year } }}
              format="PDF"
              text={t('statement.document')}
              name={`${region}-${year}.pdf`}
              inLanguage
            />
            <PrintButton text={t('statement.print')} />
          </div>
        </div>
        <MonthsTable
          statement={statement}
          show={(month, kind) => query.set({ belopp: `${month}.${kind}` })}
        />
      </section>
      <section>
        <h2 class="ds-heading section-title">{t('forecast.title')}</h2>
        <p class="quiet">{t('forecast.lead')}</p>
        {owedSek !== '0' && (
          <Alert tone="warning" title={t('statement.owed')} level={3}>
            <p>
              <Amount sek={owedSek} unit /> {t('statement.owed.detail')}
            </p>
          </Alert>
        )}
        <Loaded resource={forecast}>
          {({ items }) =>
            items.length > 0 || owedSek === '0' ? <ForecastList items={items} /> : null
          }
        </Loaded>
      </section>
      <WorkingDialog
        place={{ region, year, month: shown?.month ?? '' }}
        shown={shown}
        onClose={() => query.set({ belopp: undefined })}
      />
    </>
  );
}

/** The amount that the address names, `2022-02.rebate-forecast`; undefined when the statement has none such. */
function shownIn(statement: Statement, named: string | undefined, grantText: string) {
  const [month = '', kind] = (named ?? '').split('.');
  const found = statement.months.find((each) => each.month === month);
  if (!found) return undefined;
  const { name } = statement;
  if (kind === 'grant' && statement.grantWorking)
    return { month, root: statement.grantWorking, name: `${name}, ${grantText}` };
  const line = found.lines.find((each) => each.kind === kind);
  return line && { month, root: line.working, name: `${name}, ${line.text}` };
}
