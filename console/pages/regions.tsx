import { Page, useText } from '../kit.ts';

export default function Regions() {
  const { t } = useText();
  return <Page title={t('regions.title')} />;
}
