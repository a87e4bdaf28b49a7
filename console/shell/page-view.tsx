import type { ComponentType } from 'preact';
import { useEffect, useErrorBoundary, useState } from 'preact/hooks';
import { Alert } from '../components/alert.tsx';
import { Loading } from '../components/loading.tsx';
import { useText } from '../i18n/language.tsx';
import { Page } from './page.tsx';
import type { PageEntry, PageProps } from './page-type.ts';

const loaded = new Map<PageEntry['load'], ComponentType<PageProps>>();

/** Shows a page, whose code is fetched the first time. Code that cannot be fetched, or fails, is said so. */
export function PageView({ entry, parameters }: { entry: PageEntry } & PageProps) {
  const [, setReady] = useState(0);
  const [missing, setMissing] = useState(false);
  const [crash] = useErrorBoundary((error) => console.error(error));
  const Content = loaded.get(entry.load);
  useEffect(() => {
    if (loaded.has(entry.load)) return;
    entry.load().then(
      (module) => {
        loaded.set(entry.load, module.default);
        setReady((count) => count + 1);
      },
      () => setMissing(true), // Another version was deployed meanwhile, or the network is away.
    );
  }, [entry]);
  if (crash !== undefined || missing) return <Crash />;
  return Content ? <Content parameters={parameters} /> : <Loading lines={12} />;
}

function Crash() {
  const { t } = useText();
  return (
    <Page title={t('crash.title')}>
      <Alert tone="danger" title={t('crash.title')} urgent>
        <p>{t('crash.detail')}</p>
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          onClick={() => location.reload()}
        >
          {t('crash.reload')}
        </button>
      </Alert>
    </Page>
  );
}
