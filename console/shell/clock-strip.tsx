import { Icon } from '../components/icon.tsx';
import { useText } from '../i18n/language.tsx';
import { useMe } from './me.tsx';

/** Says that the clock is a simulated one, and what it shows, so that nobody takes a rehearsal for the real thing. */
export function ClockStrip() {
  const { t, moment } = useText();
  const me = useMe();
  if (!me.simulated) return null;
  return (
    <aside class="clock-strip" aria-label={t('clock.simulated')}>
      <Icon name="clock" />
      <span>{t('clock.simulated')}</span>
      <time dateTime={me.now}>{moment(me.now)}</time>
    </aside>
  );
}
