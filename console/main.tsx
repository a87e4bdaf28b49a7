import './kit.ts'; // All of it comes with the first file, so that pages share one file and not many.
import { render } from 'preact';
import { SIGNED_IN_PATH, SIGNED_OUT_PATH } from '../functions/contract/console-paths.ts';
import { LanguageProvider } from './i18n/language.tsx';
import { App } from './shell/app.tsx';
import { StartFailed } from './shell/start-failed.tsx';
import { startTheme } from './shell/theme.ts';
import { readConfig } from './sign-in/config.ts';
import { createSession } from './sign-in/session.ts';
import { tokenStore } from './sign-in/token-store.ts';

/** Fetches the configuration, ends a sign-in that is under way, and shows the console. */
async function start(root: HTMLElement) {
  startTheme();
  try {
    const answer = await fetch('/console-config.json', { cache: 'no-cache' });
    const config = readConfig(await answer.json());
    const session = createSession({
      config,
      store: tokenStore(sessionStorage),
      origin: location.origin,
      go: (url) => location.assign(url),
      issuer: async () => {
        const { issuerOf } = await import('./sign-in/oauth.ts');
        const { origin } = location;
        return issuerOf(config, origin + SIGNED_IN_PATH, origin + SIGNED_OUT_PATH);
      },
    });
    let failed = false;
    if (location.pathname === SIGNED_IN_PATH) {
      const path = await session.finish(new URL(location.href)).catch(() => {
        failed = true;
        return '/';
      });
      history.replaceState(null, '', path); // The code leaves the address before anything is shown.
    }
    render(
      <LanguageProvider>
        <App config={config} session={session} failed={failed} />
      </LanguageProvider>,
      root,
    );
  } catch (error) {
    console.error(error);
    render(
      <LanguageProvider>
        <StartFailed />
      </LanguageProvider>,
      root,
    );
  }
}

const root = document.getElementById('console');
if (root) void start(root);
