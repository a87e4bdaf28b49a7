import { useText } from '../i18n/language.tsx';
import { useMe } from '../shell/me.tsx';
import { useRouter } from '../shell/router.tsx';
import { yearsUntil } from './years.ts';

/**
 * Chooses among the years there are, and what is of no year where there is such.
 *
 * @param years those until now, when left out
 */
export function YearChoice(props: {
  shown: string;
  hrefOf: (year: string) => string;
  years?: readonly number[];
  more?: { readonly value: string; readonly text: string };
}) {
  const { shown, hrefOf, more } = props;
  const { t } = useText();
  const { now } = useMe();
  const { navigate } = useRouter();
  const years = (props.years ?? yearsUntil(now)).map(String);
  const choices = years.includes(shown) || shown === more?.value ? years : [shown, ...years];
  return (
    <label class="year-chooser">
      <span>{t('year.label')}</span>
      <select
        class="ds-input"
        value={shown}
        onChange={({ currentTarget }) => navigate(hrefOf(currentTarget.value))}
      >
        {choices.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
        {more && <option value={more.value}>{more.text}</option>}
      </select>
    </label>
  );
}
