import { isRegionCode, regions } from '../../core/regions.ts';
import {
  Amount,
  AmountButton,
  Citations,
  DataTable,
  DownloadButton,
  Facts,
  Loaded,
  Page,
  type PageProps,
  PrintButton,
  RunStateTag,
  useQuery,
  useResource,
  useText,
  WorkingDialog,
} from '../kit.ts';
import { CameBack } from './regions/came-back.tsx';

/** One month of a region's statement: each line with the paragraph that it rests on and how it was computed. */
export default function RegionMonth({ parameters }: PageProps) {
  const { t, month: monthText, weekday } = useText();
  const { region = '', year = '', month = '' } = parameters;
  const query = useQuery();
  const found = useResource('readMonthStatement', { parameters: { region, year, month } });
  const name = isRegionCode(region) ? regions[region] : region;
  const chosen = found.data?.lines.find(({ kind }) => kind === query.get('belopp'));
  return (
    <Page
      title={t('statement.month-of', { name, month: nameOf(month, monthText) })}
      up={{ href: `/regioner/${region}/${year}`, text: t('statement.of', { name, year }) }}
      aside={found.data && <RunStateTag state={found.data.state} />}
    >
      <Loaded resource={found} lines={12}>
        {({ totalSek, receivedSek, payDay, paidOn, returnedSek, paidLater, reissues, lines }) => (
          <>
            <Facts
              of={[
                [t('statement.total-named'), <Amount key="total" sek={totalSek} unit />],
                [
                  t('statement.received'),
                  returnedSek !== undefined && <Amount key="received" sek={receivedSek} unit />,
                ],
                [t('statement.pay-day'), weekday(payDay)],
                [
                  t(returnedSek === undefined ? 'statement.paid-on' : 'statement.sent-on'),
                  paidOn && weekday(paidOn),
                ],
              ]}
            />
            <CameBack of={{ returnedSek, paidLater, reissues }} />
            <section>
              <div class="section-head">
                <h2 class="ds-heading">{t('statement.lines')}</h2>
                <div class="tools">
                  <DownloadButton
                    operation="printAdvice"
                    place={{ parameters: { region, year, month } }}
                    format="PDF"
                    text={t('statement.advice')}
                    name={`${region}-${month}.pdf`}
                    inLanguage
                  />
                  <PrintButton text={t('statement.print')} />
                </div>
              </div>
              <DataTable
                caption={t('statement.lines')}
                captionHidden
                narrow="stack"
                rows={lines}
                rowKey={({ kind }) => kind}
                columns={[
                  {
                    key: 'kind',
                    header: t('statement.line'),
                    cell: ({ text }) => text,
                    footer: t('statement.sum'),
                  },
                  {
                    key: 'sek',
                    header: t('statement.sek'),
                    numeric: true,
                    cell: ({ kind, text, sek }) => (
                      <AmountButton
                        sek={sek}
                        about={t('statement.show', {
                          kind: text,
                          month: nameOf(month, monthText),
                        })}
                        onShow={() => query.set({ belopp: kind })}
                      />
                    ),
                    footer: <Amount sek={totalSek} />,
                  },
                  {
                    key: 'cites',
                    header: t('statement.cites'),
                    cell: ({ cites }) => <Citations cites={cites} />,
                  },
                ]}
              />
            </section>
          </>
        )}
      </Loaded>
      <WorkingDialog
        place={{ region, year: Number(year), month }}
        shown={chosen && { root: chosen.working, name: `${name}, ${chosen.text}` }}
        onClose={() => query.set({ belopp: undefined })}
      />
    </Page>
  );
}

/** A month in words; what the address holds that is no month stays as it is, and the API says what is wrong. */
const nameOf = (month: string, words: (month: string) => string): string =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? words(month) : month;
