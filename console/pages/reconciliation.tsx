import { Page, useText } from '../kit.ts';

export default function Reconciliation() {
  const { t } = useText();
  return <Page title={t('reconciliation.title')} />;
}
