import { type AnswerOf, Facts, useText } from '../../kit.ts';
import { AskedAmount } from './requisition-state.tsx';

type RequisitionInFull = AnswerOf<'readRequisition'>;

/** The fields of Bilaga 2 that are text, in its order; those of who asks first, then of what is asked for. */
const whoAsks = [
  'organisation',
  'organisationNumber',
  'contact',
  'address',
  'phone',
  'email',
] as const;
const onWhat = ['agreementName', 'agreementRegistration', 'decisionRegistration'] as const;
const howPaid = ['bankgiro', 'plusgiro', 'reference', 'signatory'] as const;

/** What a requisition holds, as in Bilaga 2 of the agreement. */
export function RequisitionContents({ requisition }: { requisition: RequisitionInFull }) {
  const { t, day } = useText();
  const { contents, amount, wishedPaymentDay } = requisition;
  const told = (names: readonly (keyof typeof labels)[]) =>
    names.map((name) => {
      const value = contents[name];
      return [labels[name], typeof value === 'string' && value] as const;
    });
  const labels = {
    organisation: t('requisition.organisation'),
    organisationNumber: t('requisition.organisation-number'),
    contact: t('requisition.contact'),
    address: t('requisition.address'),
    phone: t('requisition.phone'),
    email: t('requisition.email'),
    agreementName: t('requisition.agreement-name'),
    agreementRegistration: t('requisition.agreement-registration'),
    decisionRegistration: t('requisition.decision-registration'),
    period: t('requisition.period'),
    bankgiro: t('requisition.bankgiro'),
    plusgiro: t('requisition.plusgiro'),
    reference: t('requisition.reference'),
    signatory: t('requisition.signatory'),
  };
  return (
    <>
      <h3 class="ds-heading facts-title">{t('requisition.who')}</h3>
      <Facts of={told(whoAsks)} />
      <h3 class="ds-heading facts-title">{t('requisition.by-what')}</h3>
      <Facts of={told(onWhat)} />
      <h3 class="ds-heading facts-title">{t('requisition.what')}</h3>
      <Facts
        of={[
          [t('requisition.amount'), <AskedAmount key="amount" amount={amount} />],
          ...told(['period']),
          [t('requisition.wished'), day(wishedPaymentDay)],
          ...told(howPaid),
        ]}
      />
    </>
  );
}
