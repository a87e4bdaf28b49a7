import {
  type AnswerOf,
  runStateNames,
  SelectField,
  useMe,
  useQuery,
  useText,
  yearsUntil,
} from '../../kit.ts';

const kinds = [
  'payout',
  'requisition',
  'opening',
  'reconciliation',
  'reissue',
] as const satisfies readonly AnswerOf<'listRuns'>['runs'][number]['kind'][];

/** Which runs are listed. What is chosen goes into the address at once. */
export function RunFilters() {
  const { t } = useText();
  const { now } = useMe();
  const query = useQuery();
  const chosen = ['ar', 'slag', 'lage'].some((name) => query.get(name) !== undefined);
  const field = (name: string) => ({
    form: 'filter',
    pointer: `/${name}`,
    value: query.get(name) ?? '',
    onValue: (value: string) => query.set({ [name]: value, efter: undefined }),
  });
  return (
    <search class="filters" aria-label={t('payments.filter')}>
      <SelectField
        {...field('ar')}
        label={t('year.label')}
        choices={[
          { value: '', text: t('payments.all-years') },
          ...yearsUntil(now).map((year) => ({ value: String(year), text: String(year) })),
        ]}
      />
      <SelectField
        {...field('slag')}
        label={t('payments.kind')}
        choices={[
          { value: '', text: t('payments.all-kinds') },
          ...kinds.map((kind) => ({ value: kind, text: t(`kind.${kind}`) })),
        ]}
      />
      <SelectField
        {...field('lage')}
        label={t('payments.state')}
        choices={[
          { value: '', text: t('payments.all-states') },
          ...runStateNames.map((state) => ({ value: state, text: t(`state.${state}`) })),
        ]}
      />
      {chosen && (
        <a class="ds-link" href="/utbetalningar">
          {t('payments.clear')}
        </a>
      )}
    </search>
  );
}
