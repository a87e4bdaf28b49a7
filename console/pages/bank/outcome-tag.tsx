import { type IconName, Tag, type Tone, useText } from '../../kit.ts';
import type { Item } from './types.ts';

const looks: Readonly<Record<Item['outcome'], readonly [Tone, IconName]>> = {
  taken: ['success', 'check'],
  known: ['neutral', 'empty'],
  overtaken: ['neutral', 'clock'],
  noted: ['neutral', 'info'],
  unknown: ['danger', 'warning'],
  'not-sent': ['danger', 'warning'],
  'amount-differs': ['danger', 'warning'],
  contradicts: ['danger', 'warning'],
  'moved-twice': ['danger', 'warning'],
  'of-a-copy': ['danger', 'warning'],
  stopped: ['danger', 'warning'],
};

/** What became of one thing that the bank reported. */
export function OutcomeTag({ outcome }: Pick<Item, 'outcome'>) {
  const { t } = useText();
  const [tone, icon] = looks[outcome];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`bank-page.outcome.${outcome}`)}
    </Tag>
  );
}
