import { Page, useText } from '../kit.ts';

export default function Inputs() {
  const { t } = useText();
  return <Page title={t('inputs.title')} />;
}
