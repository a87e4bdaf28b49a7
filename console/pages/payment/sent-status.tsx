import { type IconName, runHref, Tag, type Tone, useRunName, useText } from '../../kit.ts';
import type { Sent } from './types.ts';

const looks: Readonly<Record<Sent['status'], readonly [Tone, IconName]>> = {
  sent: ['info', 'sent'],
  accepted: ['info', 'half'],
  booked: ['success', 'check'],
  rejected: ['danger', 'cross'],
  returned: ['danger', 'back'],
};

/** How far a payment is, by the bank's last word of it. */
export function SentTag({ status }: Pick<Sent, 'status'>) {
  const { t } = useText();
  const [tone, icon] = looks[status];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`sent.status.${status}`)}
    </Tag>
  );
}

/** The bank's code and what it means. */
export function BankCode({ code, codeText }: Pick<Sent, 'code' | 'codeText'>) {
  const { t } = useText();
  if (code === undefined) return null;
  return (
    <span class="row-note">
      {codeText === undefined ? code : t('sent.code', { code, text: codeText })}
    </span>
  );
}

/** What became of a payment that came back: held, sent again, or paid with the next month; by whom and why. */
export function Resolution({ of: { held, choice, reissue, resolved } }: { of: Sent }) {
  const { t, moment } = useText();
  const nameOf = useRunName();
  if (held) return <strong>{t('sent.held')}</strong>;
  if (choice === undefined) return null;
  return (
    <>
      {reissue === undefined ? (
        t(`sent.chosen.${choice}`)
      ) : (
        <a class="ds-link" href={runHref(reissue)}>
          {t(`sent.chosen.${choice}`)}
          <span class="ds-sr-only">{t('download.of', { what: nameOf(reissue) })}</span>
        </a>
      )}
      {resolved && (
        <span class="row-note">
          {t('sent.resolved', {
            name: resolved.by.name,
            at: moment(resolved.at),
            reason: resolved.reason,
          })}
        </span>
      )}
    </>
  );
}
