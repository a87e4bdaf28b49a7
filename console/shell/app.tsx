import { useMemo, useRef, useState } from 'preact/hooks';
import { ApiContext } from '../api/api-context.tsx';
import { createClient } from '../api/client.ts';
import { useText } from '../i18n/language.tsx';
import type { ConsoleConfig } from '../sign-in/config.ts';
import type { Session } from '../sign-in/session.ts';
import { RouterProvider, useRouter } from './router.tsx';
import { type SignedOutBecause, SignInPage } from './sign-in-page.tsx';
import { SignedIn } from './signed-in.tsx';

interface AppProps {
  config: ConsoleConfig;
  session: Session;
  /** Set when signing in has just failed. */
  failed: boolean;
}

/** The console: signed in or not. */
export function App(props: AppProps) {
  return (
    <RouterProvider>
      <Doors {...props} />
    </RouterProvider>
  );
}

function Doors({ config, session, failed }: AppProps) {
  const { language } = useText();
  const { path, query } = useRouter();
  const [out, setOut] = useState<SignedOutBecause | undefined>(() => {
    if (failed) return 'failed';
    return session.token() === undefined ? 'asked' : undefined;
  });
  const spoken = useRef(language);
  spoken.current = language;
  const api = useMemo(
    () =>
      createClient({
        base: config.apiBase,
        fetch: (...request) => fetch(...request),
        language: () => spoken.current,
        token: session.token,
        refresh: session.refresh,
        signedOut: () => {
          session.forget();
          setOut('expired');
        },
      }),
    [config, session],
  );
  if (out) return <SignInPage because={out} begin={() => session.begin(path + query)} />;
  return (
    <ApiContext.Provider value={api}>
      <SignedIn signOut={() => void session.signOut()} />
    </ApiContext.Provider>
  );
}
