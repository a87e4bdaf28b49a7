import { Page, useText } from '../kit.ts';

export default function Audit() {
  const { t } = useText();
  return <Page title={t('audit.title')} />;
}
