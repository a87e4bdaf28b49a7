import { useMe, useRouter, useText, yearsUntil } from '../../kit.ts';

/**
 * The grant year under way: it is paid from March to February and settled in May after it, so until then it is the year before. Never
 * one before the first.
 */
export function yearUnderWay(now: string): number {
  const [latest = 0, before] = yearsUntil(now);
  return now.slice(5, 7) <= '05' ? (before ?? latest) : latest;
}

/** Chooses among the years there are, and what is of no year where there is such. */
export function YearChoice(props: {
  shown: string;
  hrefOf: (year: string) => string;
  more?: { readonly value: string; readonly text: string };
}) {
  const { shown, hrefOf, more } = props;
  const { t } = useText();
  const { now } = useMe();
  const { navigate } = useRouter();
  const years = yearsUntil(now).map(String);
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
