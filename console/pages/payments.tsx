import { Page, useText } from '../kit.ts';

export default function Payments() {
  const { t } = useText();
  return <Page title={t('payments.title')} />;
}
