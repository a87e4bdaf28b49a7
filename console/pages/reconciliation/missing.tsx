import { needTexts } from '../../../functions/contract/api/need-texts.ts';
import { Alert, type AnswerOf, useText } from '../../kit.ts';

const needs: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = needTexts;

/** What is waited for, from whom, since when; a link to it for those who may read it. Nothing when nothing is. */
export function Missing({ missing }: Pick<AnswerOf<'readReconciliation'>, 'missing'>) {
  const { t, moment, language } = useText();
  if (missing.length === 0) return null;
  return (
    <Alert tone="warning" title={t('missing.title')}>
      <ul class="notes">
        {missing.map(({ need, year, from, since, because }) => (
          <li key={`${need} ${year}`}>
            <strong>
              {t('missing.row', {
                need: needs[need]?.[language] ?? need,
                year: String(year),
                from,
              })}
            </strong>
            <span>
              {because} {t('missing.since', { since: moment(since) })}
            </span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
