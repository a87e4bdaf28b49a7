import { useState } from 'preact/hooks';
import { Alert } from '../components/alert.tsx';
import { useText } from '../i18n/language.tsx';
import { Brand } from './brand.tsx';
import { Page } from './page.tsx';
import { Preferences } from './preferences.tsx';
import { SkipLink } from './skip-link.tsx';

export type SignedOutBecause = 'asked' | 'expired' | 'failed';

/** What one sees before signing in. The issuer is left for only by a press: nobody is sent back and forth by a failing token. */
export function SignInPage(props: { because: SignedOutBecause; begin: () => Promise<void> }) {
  const { t } = useText();
  const [state, setState] = useState<'ready' | 'leaving' | 'failed'>('ready');
  const failed = state === 'failed' || (state === 'ready' && props.because === 'failed');
  return (
    <>
      <SkipLink />
      <header class="header">
        <div class="header-bar">
          <Brand />
        </div>
        <div class="header-tools">
          <Preferences />
        </div>
      </header>
      <main id="main" class="main sign-in" tabIndex={-1}>
        <Page title={t('sign-in.title')} lead={t('sign-in.lead')}>
          {failed && <Alert tone="danger" title={t('sign-in.failed')} urgent />}
          {props.because === 'expired' && <Alert tone="info" title={t('sign-in.expired')} />}
          <button
            type="button"
            class="ds-button"
            aria-busy={state === 'leaving'}
            onClick={() => {
              setState('leaving');
              props.begin().catch(() => setState('failed'));
            }}
          >
            {state === 'leaving' ? t('sign-in.working') : t('sign-in.button')}
          </button>
        </Page>
      </main>
    </>
  );
}
