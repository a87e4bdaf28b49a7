import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../console/sign-in/config.ts';
import { isLoopback } from '../../../console/sign-in/is-loopback.ts';
import { createSession, type SessionPorts } from '../../../console/sign-in/session.ts';
import { type Tokens, tokenStore } from '../../../console/sign-in/token-store.ts';

const config = {
  issuer: 'https://issuer.example',
  clientId: 'console',
  apiBase: 'https://api.example',
  scopes: 'openid',
};
const tokens = (access: string): Tokens => ({ access, refresh: 'r', id: undefined });

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

type Issuer = Awaited<ReturnType<SessionPorts['issuer']>>;

function sessionWith(issuer: Partial<Issuer>) {
  const store = tokenStore(storage());
  const gone: string[] = [];
  const nobody = async () => {
    throw new Error('The issuer refuses.');
  };
  const whole: Issuer = {
    departure: nobody,
    arrival: nobody,
    refreshed: nobody,
    goodbye: nobody,
    ...issuer,
  };
  const session = createSession({
    config,
    store,
    origin: 'https://console.example',
    go: (url) => gone.push(url),
    issuer: async () => whole,
  });
  return { session, store, gone };
}

describe('signing in', () => {
  it('leaves for the issuer and comes back to where one was', async () => {
    const departure = { state: 's', verifier: 'v', path: '/utbetalningar?x=1' };
    const { session, gone } = sessionWith({
      departure: async () => ({ url: 'https://issuer.example/authorize', departure }),
      arrival: async (_, remembered) => {
        expect(remembered).toEqual(departure);
        return tokens('a');
      },
    });
    await session.begin('/utbetalningar?x=1');
    expect(gone).toEqual(['https://issuer.example/authorize']);
    expect(session.token()).toBeUndefined();
    const url = new URL('https://console.example/signed-in?code=c&state=s');
    expect(await session.finish(url)).toBe('/utbetalningar?x=1');
    expect(session.token()).toBe('a');
    await expect(session.finish(url)).rejects.toThrow('Nobody left to sign in from this tab.');
  });
});

describe('renewing the token', () => {
  it('happens once for all who ask at the same time', async () => {
    let times = 0;
    const { session, store } = sessionWith({
      refreshed: async () => {
        times += 1;
        return tokens('new');
      },
    });
    store.keep(tokens('old'));
    expect(await Promise.all([session.refresh(), session.refresh()])).toEqual([true, true]);
    expect(times).toBe(1);
    expect(session.token()).toBe('new');
    await session.refresh();
    expect(times).toBe(2);
  });

  it('fails when the issuer refuses, and when there is nothing to renew with', async () => {
    const { session, store } = sessionWith({});
    expect(await session.refresh()).toBe(false);
    store.keep(tokens('old'));
    expect(await session.refresh()).toBe(false);
  });
});

describe('signing out', () => {
  it('leaves no token behind, whatever the issuer says', async () => {
    const { session, store, gone } = sessionWith({});
    store.keep(tokens('a'));
    await session.signOut();
    expect(session.token()).toBeUndefined();
    expect(gone).toEqual(['https://console.example/']);
  });
});

describe('the configuration', () => {
  it('is taken when it is whole, and says what is missing when it is not', () => {
    expect(readConfig({ ...config, apiBase: 'https://api.example/v1/' }).apiBase).toBe(
      'https://api.example/v1',
    );
    expect(() => readConfig({ ...config, issuer: 7 })).toThrow('issuer is to be text, given 7');
    expect(() => readConfig(null)).toThrow('issuer is to be text');
  });

  it.each([
    ['http://127.0.0.1:4000', true],
    ['http://localhost:4000/issuer', true],
    ['http://[::1]:4000', true],
    ['http://127.0.0.1.example.org', false],
    ['http://localhost.example.org', false],
    ['https://issuer.example', false],
  ])('%s may be spoken to without TLS: %s', (url, loopback) => {
    expect(isLoopback(url)).toBe(loopback);
  });
});
