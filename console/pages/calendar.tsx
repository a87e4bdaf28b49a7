import { Page, useText } from '../kit.ts';

export default function Calendar() {
  const { t } = useText();
  return <Page title={t('calendar.title')} />;
}
