import {
  Alert,
  Amount,
  Citations,
  Facts,
  Loaded,
  mayCall,
  Page,
  type PageProps,
  runHref,
  useMe,
  useResource,
  useText,
} from '../kit.ts';
import { RequisitionContents } from './requisitions/requisition-contents.tsx';
import { AskedAmount, RequisitionStateTag } from './requisitions/requisition-state.tsx';
import { RequisitionTimeline } from './requisitions/requisition-timeline.tsx';

const shape = /^requisition-(\d{4})-(sol|ihsi)$/;

/** One requisition: how far it has come and when, why it was refused if it was, what it holds. */
export default function OneRequisition({ parameters: { requisition = '' } }: PageProps) {
  const { t, day, decimal } = useText();
  const me = useMe();
  const found = useResource('readRequisition', { parameters: { requisition } }, { every: 5 });
  const [, year = '', kind] = shape.exec(requisition) ?? [];
  const title =
    kind === 'sol' || kind === 'ihsi' ? t(`requisition.kind.${kind}`, { year }) : requisition;
  return (
    <Page
      title={title}
      up={{ href: '/rekvisitioner', text: t('requisitions.title') }}
      aside={found.data && <RequisitionStateTag state={found.data.state} />}
    >
      <Loaded resource={found} lines={16}>
        {(shown) => (
          <>
            {shown.refusal && (
              <Alert tone="danger" title={t('requisition.refused')}>
                <p>{shown.refusal.text}</p>
                <Citations cites={shown.refusal.cites} />
              </Alert>
            )}
            <Facts
              of={[
                [t('requisition.amount'), <AskedAmount key="asked" amount={shown.amount} />],
                [t('requisition.pay-day'), shown.payDay && day(shown.payDay)],
                [t('requisitions.paid-on'), shown.paidOn && day(shown.paidOn)],
                [
                  t('requisition.paid'),
                  shown.paidSek !== undefined && <Amount sek={shown.paidSek} unit />,
                ],
                [
                  t('requisition.rate'),
                  shown.rate !== undefined &&
                    t('unit.sek-per-eur', { amount: decimal(shown.rate) }),
                ],
              ]}
            />
            {mayCall(me, 'readRun') && (
              <p>
                <a class="ds-link" href={runHref(shown.requisition)}>
                  {t('requisition.run')}
                </a>
              </p>
            )}
            <section>
              <h2 class="ds-heading section-title">{t('requisition.timeline')}</h2>
              <RequisitionTimeline timeline={shown.timeline} />
            </section>
            <section>
              <h2 class="ds-heading section-title">{t('requisition.contents')}</h2>
              <RequisitionContents requisition={shown} />
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
