import { inputKindTexts } from '../../../functions/contract/api/input-kind-texts.ts';
import { lineKindTexts } from '../../../functions/contract/api/line-kind-texts.ts';
import { needTexts } from '../../../functions/contract/api/need-texts.ts';
import { Alert, mayCall, useMe, useText } from '../../kit.ts';
import type { Run } from './types.ts';

type Named = Readonly<Record<string, { readonly sv: string; readonly en: string }>>;
const needs: Named = needTexts;
const held: Named = { ...needTexts, ...lineKindTexts };

/** What a run waits for: what, from whom, since when, which lines it holds, and where it is registered by those who may. */
export function MissingInputs({ missing }: { missing: Run['missing'] }) {
  const { t, moment, language } = useText();
  const me = useMe();
  const may = mayCall(me, 'registerInput');
  return (
    <Alert tone="warning" title={t('missing.title')}>
      <ul class="notes">
        {missing.map(({ need, year, from, since, because, holds }) => (
          <li key={`${need} ${year}`}>
            <strong>
              {t('missing.row', {
                need: needs[need]?.[language] ?? need,
                year: String(year),
                from,
              })}
            </strong>
            <span>{because}</span>
            <span>{t('missing.since', { since: moment(since) })}</span>
            {holds.length > 0 && (
              <span>
                {t('missing.holds', {
                  lines: holds.map((line) => held[line]?.[language] ?? line).join(', '),
                })}
              </span>
            )}
            {may && Object.hasOwn(inputKindTexts, need) && (
              <a class="ds-link" href={`/underlag/${year}/${need}/ny`}>
                {t('missing.register')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
