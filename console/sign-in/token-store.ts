export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  /** Kept only to say whose session ends when one signs out. */
  readonly id: string | undefined;
}

/** What was under way when the browser left for the issuer. */
export interface Departure {
  readonly state: string;
  readonly verifier: string;
  /** The path to come back to. */
  readonly path: string;
}

/**
 * Tokens lie in sessionStorage: they survive a reload, end with the tab, and are no other tab's. The content security policy lets no
 * script in but ours, and there is no server of the console's own that could hold them in a cookie instead.
 */
export interface TokenStore {
  tokens: () => Tokens | undefined;
  keep: (tokens: Tokens) => void;
  depart: (departure: Departure) => void;
  /** The departure, which is forgotten by asking: a code is redeemed once. */
  arrive: () => Departure | undefined;
  clear: () => void;
}

const TOKENS = 'statsbidrag.tokens';
const DEPARTURE = 'statsbidrag.departure';

/** @param storage the tab's sessionStorage; whatever behaves like it in tests. */
export function tokenStore(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): TokenStore {
  const read = (key: string) => JSON.parse(storage.getItem(key) ?? 'null') ?? undefined;
  return {
    tokens: () => read(TOKENS),
    keep: (tokens) => storage.setItem(TOKENS, JSON.stringify(tokens)),
    depart: (departure) => storage.setItem(DEPARTURE, JSON.stringify(departure)),
    arrive: () => {
      const departure = read(DEPARTURE);
      storage.removeItem(DEPARTURE);
      return departure;
    },
    clear: () => storage.removeItem(TOKENS),
  };
}
