import { type AnswerOf, type IconName, Tag, type Tone, useText } from '../../kit.ts';

export type Requisition = AnswerOf<'listRequisitions'>['requisitions'][number];
export type RequisitionState = Requisition['state'];

const looks: Readonly<Record<RequisitionState, readonly [Tone, IconName]>> = {
  received: ['info', 'clock'],
  refused: ['danger', 'cross'],
  accepted: ['info', 'pen'],
  approved: ['info', 'check'],
  sent: ['info', 'sent'],
  paid: ['success', 'check'],
  returned: ['danger', 'back'],
  closed: ['neutral', 'stop'],
};

const states = Object.keys(looks) as readonly RequisitionState[];

/** How far a requisition has come, as SKR reads it. A state that the console does not know is its own name. */
export function RequisitionStateTag({ state }: { state: string }) {
  const { t } = useText();
  const known = states.find((each) => each === state);
  const [tone, icon] = known ? looks[known] : (['neutral', 'empty'] as const);
  return (
    <Tag tone={tone} icon={icon}>
      {known ? t(`requisition.state.${known}`) : state}
    </Tag>
  );
}

/** The amount in its own currency, as it was asked for. */
export function AskedAmount({ amount }: Pick<Requisition, 'amount'>) {
  const { t, decimal } = useText();
  const { currency, value } = amount;
  return <span class="amount">{t(`requisition.in.${currency}`, { amount: decimal(value) })}</span>;
}
