import type { Context, PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { handler, run } from '../../functions/name-in-token.lambda.ts';
import { asDeployed, printedBy } from '../helpers/printed.ts';
import { refusalOf } from './support/world.ts';

const context = { awsRequestId: 'invocation-1' } as Context;
afterEach(() => vi.unstubAllEnvs());

/** What the user pool sends, with the attributes of a person. */
function asked(userAttributes: Record<string, string>): PreTokenGenerationV2TriggerEvent {
  return {
    version: '2',
    region: 'eu-north-1',
    userPoolId: 'eu-north-1_example',
    userName: 'astrid',
    triggerSource: 'TokenGeneration_HostedAuth',
    callerContext: { awsSdkVersion: 'none', clientId: 'console' },
    request: {
      userAttributes,
      groupConfiguration: { groupsToOverride: ['attestant'], iamRolesToOverride: [] },
      scopes: ['openid'],
    },
    response: { claimsAndScopeOverrideDetails: {} },
  };
}

const overridden = (event: PreTokenGenerationV2TriggerEvent) =>
  event.response.claimsAndScopeOverrideDetails;

describe('the name in the token', () => {
  it('is the one that the pool has for the person', () => {
    const answer = run(asked({ sub: '1', name: 'Astrid Åkesson' }));
    expect(overridden(answer)).toEqual({
      accessTokenGeneration: { claimsToAddOrOverride: { name: 'Astrid Åkesson' } },
    });
  });

  it('is all that is added: groups and scopes stay as the pool has them', () => {
    const event = asked({ sub: '1', name: 'Astrid Åkesson', 'custom:role': 'utanordnare' });
    const { response, ...rest } = run(event);
    const { response: _, ...before } = event;
    expect(rest).toEqual(before);
    expect(Object.keys(response.claimsAndScopeOverrideDetails)).toEqual(['accessTokenGeneration']);
  });

  it('has no space around it', () => {
    expect(overridden(run(asked({ name: ' Astrid Åkesson\n' })))).toMatchObject({
      accessTokenGeneration: { claimsToAddOrOverride: { name: 'Astrid Åkesson' } },
    });
  });

  it.each([{}, { name: '' }, { name: ' \t' }, { email: 'astrid@example.se' }])(
    'must be there: %o gets no token, and is told why in both languages',
    async (attributes) => {
      await expect(handler(asked({ sub: '1', ...attributes }), context)).rejects.toThrow(
        /^Ditt konto saknar namn; .* \/ Your account has no name; .*\.$/,
      );
    },
  );

  it('is not logged, and neither is whose token it is, whether it is given or refused', async () => {
    asDeployed('name-in-token');
    vi.resetModules();
    const logging = await import('../../functions/name-in-token.lambda.ts');
    const lines = await printedBy(async () => {
      await logging.handler(asked({ sub: 'sub-of-astrid', name: 'Astrid Åkesson' }), context);
      await refusalOf(logging.handler(asked({ sub: 'sub-of-astrid' }), context));
    });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { service: 'name-in-token', invocation: 'invocation-1', message: 'Done' },
      { service: 'name-in-token', invocation: 'invocation-1', message: 'Failed' },
    ]);
    expect(lines.join('')).not.toMatch(/astrid|Åkesson/i);
  });
});
