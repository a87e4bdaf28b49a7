import { useText } from '../../i18n/language.tsx';
import { Icon } from '../icon.tsx';
import type { Subject } from './subject.ts';

/** The two decisions that a proposal needs: who gave each and when, or who may. */
export function Approvals({ rights, approvals }: Pick<Subject, 'rights' | 'approvals'>) {
  const { t, moment } = useText();
  return (
    <ul class="approvals">
      {rights.map((right) => {
        const given = approvals.find((each) => each.right === right);
        return (
          <li key={right} data-given={given !== undefined}>
            <Icon name={given ? 'check' : 'pen'} />
            <div>
              <strong>{t(`right.${right}`)}</strong>
              <span>
                {given
                  ? t('approvals.given', { name: given.by.name, at: moment(given.at) })
                  : `${t('approvals.waiting')}: ${t(`right.${right}.who`)}`}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
