import { useRouter, useText } from '../../kit.ts';

/** Goes to another grant year. */
export function YearChooser({ year, years }: { year: number; years: readonly number[] }) {
  const { t } = useText();
  const { navigate } = useRouter();
  const choices = years.includes(year) ? years : [year, ...years];
  return (
    <label class="year-chooser">
      <span>{t('calendar.year')}</span>
      <select
        class="ds-input"
        value={String(year)}
        onChange={({ currentTarget }) => navigate(`/kalender/${currentTarget.value}`)}
      >
        {choices.map((each) => (
          <option key={each} value={String(each)}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}
