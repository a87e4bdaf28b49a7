import * as oauth from 'oauth4webapi';
import type { ConsoleConfig } from './config.ts';
import { isLoopback } from './is-loopback.ts';
import type { Departure, Tokens } from './token-store.ts';

/**
 * The authorization code flow with PKCE, against the issuer of the configuration.
 *
 * @param redirect the address that the issuer sends the browser back to when one has signed in
 * @param signedOut and when one has signed out
 */
export async function issuerOf(config: ConsoleConfig, redirect: string, signedOut: string) {
  const insecure = { [oauth.allowInsecureRequests]: isLoopback(config.issuer) };
  const issuer = new URL(config.issuer);
  const server = await oauth.processDiscoveryResponse(
    issuer,
    await oauth.discoveryRequest(issuer, insecure),
  );
  const client: oauth.Client = { client_id: config.clientId };
  const publicClient = oauth.None(); // A browser keeps no secret; PKCE stands in for one.

  return {
    /** Where to send the browser, and what to remember meanwhile. */
    async departure(path: string): Promise<{ url: string; departure: Departure }> {
      const verifier = oauth.generateRandomCodeVerifier();
      const state = oauth.generateRandomState();
      const url = new URL(endpoint(server.authorization_endpoint, 'authorization'));
      url.search = new URLSearchParams({
        response_type: 'code',
        client_id: config.clientId,
        redirect_uri: redirect,
        scope: config.scopes,
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }).toString();
      return { url: url.href, departure: { state, verifier, path } };
    },

    /** Redeems the code that the browser came back with. Refused when the state is not the one that was sent. */
    async arrival(url: URL, { state, verifier }: Departure): Promise<Tokens> {
      const parameters = oauth.validateAuthResponse(server, client, url, state);
      const response = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        publicClient,
        parameters,
        redirect,
        verifier,
        insecure,
      );
      return tokensOf(await oauth.processAuthorizationCodeResponse(server, client, response));
    },

    /** New tokens for old. An issuer that gives no new refresh token lets the old one live on. */
    async refreshed(tokens: Tokens): Promise<Tokens> {
      const refresh = tokens.refresh ?? '';
      const response = await oauth.refreshTokenGrantRequest(
        server,
        client,
        publicClient,
        refresh,
        insecure,
      );
      const answer = await oauth.processRefreshTokenResponse(server, client, response);
      const renewed = tokensOf(answer);
      return {
        access: renewed.access,
        refresh: renewed.refresh ?? tokens.refresh,
        id: renewed.id ?? tokens.id,
      };
    },

    /** Ends what can be ended: the refresh token is revoked, and the issuer's own session has an address to end at, if any. */
    async goodbye(tokens: Tokens | undefined): Promise<string | undefined> {
      if (tokens?.refresh !== undefined && server.revocation_endpoint !== undefined) {
        await oauth.revocationRequest(server, client, publicClient, tokens.refresh, insecure);
      }
      if (server.end_session_endpoint === undefined) return undefined;
      const url = new URL(server.end_session_endpoint);
      url.searchParams.set('client_id', config.clientId);
      url.searchParams.set('post_logout_redirect_uri', signedOut);
      url.searchParams.set('logout_uri', signedOut); // Cognito's name for the same.
      if (tokens?.id !== undefined) url.searchParams.set('id_token_hint', tokens.id);
      return url.href;
    },
  };
}

const tokensOf = (answer: oauth.TokenEndpointResponse): Tokens => ({
  access: answer.access_token,
  refresh: answer.refresh_token,
  id: answer.id_token,
});

function endpoint(url: string | undefined, what: string): string {
  if (url === undefined) throw new RangeError(`The issuer names no ${what} endpoint.`);
  return url;
}
