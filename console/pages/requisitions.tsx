import { Page, useText } from '../kit.ts';

export default function Requisitions() {
  const { t } = useText();
  return <Page title={t('requisitions.title')} />;
}
