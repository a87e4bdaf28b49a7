import type { Problem } from '../../api/problem.ts';
import { useText } from '../../i18n/language.tsx';
import { TextArea } from '../field.tsx';

/** Why something is done with a run, in one's own words: it stands in the record. */
export function ReasonField(props: {
  form: string;
  problem: Problem | undefined;
  value: string;
  onValue: (value: string) => void;
}) {
  const { t } = useText();
  return (
    <TextArea
      {...props}
      pointer="/reason"
      label={t('field.reason')}
      description={t('field.reason.about')}
    />
  );
}
