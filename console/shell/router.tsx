import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';

interface Place {
  /** Path and query as they stand in the address. */
  readonly path: string;
  readonly query: string;
}

interface Router extends Place {
  /** Goes to a path of the console; `replace` leaves no step back to where one was. */
  readonly navigate: (to: string, options?: { replace?: boolean }) => void;
}

const RouterContext = createContext<Router | undefined>(undefined);

const here = (): Place => ({ path: location.pathname, query: location.search });

/** Follows the address. Ordinary links within the console are followed without loading it anew, so pages write plain links. */
export function RouterProvider({ children }: { children: ComponentChildren }) {
  const [place, setPlace] = useState(here);
  const router = useMemo<Router>(
    () => ({
      ...place,
      navigate(to, { replace = false } = {}) {
        history[replace ? 'replaceState' : 'pushState'](null, '', to);
        if (!replace) scrollTo(0, 0);
        setPlace(here());
      },
    }),
    [place],
  );
  useEffect(() => {
    const moved = () => setPlace(here());
    const clicked = (event: MouseEvent) => {
      const to = ownLink(event);
      if (to === undefined) return;
      event.preventDefault();
      router.navigate(to);
    };
    addEventListener('popstate', moved);
    document.addEventListener('click', clicked);
    return () => {
      removeEventListener('popstate', moved);
      document.removeEventListener('click', clicked);
    };
  }, [router]);
  return <RouterContext.Provider value={router}>{children}</RouterContext.Provider>;
}

/** Where a click leads, if to another page of the console in this very tab. */
function ownLink(event: MouseEvent): string | undefined {
  const held = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || held) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) {
    return undefined;
  }
  const url = new URL(link.href);
  const same = url.pathname === location.pathname && url.search === location.search;
  if (url.origin !== location.origin || (same && url.hash)) return undefined;
  return url.pathname + url.search + url.hash;
}

export function useRouter(): Router {
  const router = useContext(RouterContext);
  if (!router) throw new RangeError('There is no router here.');
  return router;
}
