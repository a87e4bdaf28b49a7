import { useEffect } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { Loaded } from '../components/loaded.tsx';
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
  const me = useResource('whoAmI', {}, { every: 5 }); // The simulated clock moves.
  return (
    <Loaded resource={me} lines={16}>
      {(known) => (
        <MeContext.Provider value={known}>
          <Frame me={known} signOut={signOut} />
        </MeContext.Provider>
      )}
    </Loaded>
  );
}

function Frame({ me, signOut }: { me: Me; signOut: () => void }) {
  const { path, navigate } = useRouter();
  const match = matchPath(pages, path);
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
        {match ? (
          <PageView key={path} entry={match.page} parameters={match.parameters} />
        ) : (
          <NotFound path={path} />
        )}
      </main>
      <LiveRegion />
    </>
  );
}
