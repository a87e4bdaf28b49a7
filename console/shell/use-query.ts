import { useRouter } from './router.tsx';

interface Query {
  readonly get: (name: string) => string | undefined;
  /** Changes some of it and leaves the rest; undefined takes away. What is shown then can be linked to, and Back leaves the page. */
  readonly set: (changes: Readonly<Record<string, string | undefined>>) => void;
  /** The page's address with some of the query changed. */
  readonly href: (changes: Readonly<Record<string, string | undefined>>) => string;
}

/** What stands after the question mark: which part of a page is shown. */
export function useQuery(): Query {
  const { path, query, navigate } = useRouter();
  const href: Query['href'] = (changes) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    }
    return next.size > 0 ? `${path}?${next}` : path;
  };
  return {
    get: (name) => new URLSearchParams(query).get(name) ?? undefined,
    set: (changes) => navigate(href(changes), { replace: true }),
    href,
  };
}
