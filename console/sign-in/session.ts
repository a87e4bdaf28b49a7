import type { ConsoleConfig } from './config.ts';
import type { TokenStore } from './token-store.ts';

/** The browser as far as signing in needs it. */
export interface SessionPorts {
  readonly config: ConsoleConfig;
  readonly store: TokenStore;
  readonly origin: string;
  /** Leaves the page for another address. */
  readonly go: (url: string) => void;
  /** The flow against the issuer; fetched only when somebody signs in or out, or a token has run out. */
  readonly issuer: () => ReturnType<typeof import('./oauth.ts')['issuerOf']>;
}

export interface Session {
  readonly token: () => string | undefined;
  /** Leaves for the issuer, to come back to `path`. */
  readonly begin: (path: string) => Promise<void>;
  /** Ends the journey at the callback; gives the path to show. Refused when the issuer or the state says no. */
  readonly finish: (url: URL) => Promise<string>;
  /** Whether there is a new token. Several that ask at once share one refresh. */
  readonly refresh: () => Promise<boolean>;
  readonly forget: () => void;
  readonly signOut: () => Promise<void>;
}

export function createSession(ports: SessionPorts): Session {
  const { store } = ports;
  let refreshing: Promise<boolean> | undefined;

  async function refresh(): Promise<boolean> {
    const tokens = store.tokens();
    if (tokens?.refresh === undefined) return false;
    try {
      const issuer = await ports.issuer();
      store.keep(await issuer.refreshed(tokens));
      return true;
    } catch {
      return false; // Whatever the issuer had against it, the person signs in again.
    }
  }

  return {
    token: () => store.tokens()?.access,
    async begin(path) {
      const issuer = await ports.issuer();
      const { url, departure } = await issuer.departure(path);
      store.depart(departure);
      ports.go(url);
    },
    async finish(url) {
      const departure = store.arrive();
      if (!departure) throw new RangeError('Nobody left to sign in from this tab.');
      const issuer = await ports.issuer();
      store.keep(await issuer.arrival(url, departure));
      return departure.path;
    },
    refresh() {
      refreshing ??= refresh().finally(() => {
        refreshing = undefined;
      });
      return refreshing;
    },
    forget: () => store.clear(),
    async signOut() {
      const tokens = store.tokens();
      store.clear(); // First, so that a failure below leaves nobody signed in here.
      const goodbye = await ports
        .issuer()
        .then((issuer) => issuer.goodbye(tokens))
        .catch(() => undefined);
      ports.go(goodbye ?? `${ports.origin}/`);
    },
  };
}
