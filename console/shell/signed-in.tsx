import { useEffect, useMemo } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { Loading } from '../components/loading.tsx';
import { ProblemAlert } from '../components/problem-alert.tsx';
import { useText } from '../i18n/language.tsx';
import { pages } from '../pages/pages.ts';
import { ClockStrip } from './clock-strip.tsx';
import { Header } from './header.tsx';
import { LiveRegion } from './live-region.tsx';
import { matchPath } from './match-path.ts';
import { type Me, MeContext } from './me.tsx';
import { NotFound } from './not-found.tsx';
import { PageView } from './page-view.tsx';
import { useRouter } from './router.tsx';
import { sections } from './sections.ts';
import { SkipLink } from './skip-link.tsx';
import { StopBanner } from './stop-banner.tsx';

/** Everything that a signed-in person sees. */
export function SignedIn({ signOut }: { signOut: () => void }) {
  const { t } = useText();
  const me = useResource('whoAmI', {}, { every: ({ simulated }) => (simulated ? 5 : 60) }); // A simulated clock is seen to move.
  if (me.data) {
    return (
      <MeContext.Provider value={me.data}>
        <Frame me={me.data} signOut={signOut} />
      </MeContext.Provider>
    );
  }
  return (
    <main class="main">
      <h1 class="ds-sr-only">{t('product.name')}</h1>
      {me.problem ? (
        <>
          <ProblemAlert problem={me.problem} retry={() => void me.reload()} />
          <button type="button" class="ds-button" data-variant="tertiary" onClick={signOut}>
            {t('sign-out')}
          </button>
        </>
      ) : (
        <Loading lines={16} />
      )}
    </main>
  );
}

function Frame({ me, signOut }: { me: Me; signOut: () => void }) {
  const { path, navigate } = useRouter();
  const match = useMemo(() => matchPath(pages, path), [path]);
  // The same element as long as one stays, so that the clock above does not draw the page anew.
  const page = useMemo(() => {
    if (!match) return <NotFound path={path} />;
    return <PageView key={path} entry={match.page} parameters={match.parameters} />;
  }, [match, path]);
  // A region has no list of tasks: its start page is its statement.
  const elsewhere = path === '/' && me.roles.length > 0 && me.roles.every((r) => r === 'region');
  useEffect(() => {
    if (elsewhere) navigate(sections.regions.path, { replace: true });
  }, [elsewhere, navigate]);
  return (
    <>
      <SkipLink />
      <ClockStrip />
      <Header section={match?.page.section} signOut={signOut} />
      <StopBanner />
      <main id="main" class="main" tabIndex={-1}>
        {page}
      </main>
      <LiveRegion />
    </>
  );
}
