import { describe, expect, it } from 'vitest';
import { functionNames } from '../../functions/contract/functions.ts';
import { ofType, resources } from './assembled.ts';
import { circle } from './template-graph.ts';

const environments = new Map(
  ofType('AWS::Lambda::Function').map(({ Properties }) => {
    const { Variables } = Properties.Environment;
    return [Variables.POWERTOOLS_SERVICE_NAME as string, Variables as Record<string, unknown>];
  }),
);

const idOf = (type: string): string => {
  const found = Object.entries(resources).filter(([, { Type }]) => Type === type);
  expect(found).toHaveLength(1);
  return found[0]?.[0] ?? '';
};

/** But for the one that anyone may call. */
const ofApi = functionNames.filter((name) => name.startsWith('api-') && name !== 'api-description');
const names = ['TOKEN_ISSUER', 'CONSOLE_CLIENT_ID', 'SKR_CLIENT_ID'];

describe('a function of the API', () => {
  it.each(ofApi)('%s takes tokens of the user pool and its two clients', (name) => {
    const environment = environments.get(name) ?? {};
    const pool = idOf('AWS::Cognito::UserPool');
    expect(environment.TOKEN_ISSUER).toEqual({ 'Fn::GetAtt': [pool, 'ProviderURL'] });
    const flowOf = (variable: string) => {
      const { Ref } = environment[variable] as { Ref: string };
      const client = resources[Ref];
      expect([client?.Type, client?.Properties.UserPoolId]).toEqual([
        'AWS::Cognito::UserPoolClient',
        { Ref: pool },
      ]);
      return client?.Properties.AllowedOAuthFlows;
    };
    expect(flowOf('CONSOLE_CLIENT_ID')).toEqual(['code']);
    expect(flowOf('SKR_CLIENT_ID')).toEqual(['client_credentials']);
  });
});

describe('any other function', () => {
  it('is told of no issuer, since it takes no token', () => {
    const others = functionNames.filter((name) => !ofApi.includes(name));
    const told = others.filter((name) =>
      names.some((each) => each in (environments.get(name) ?? {})),
    );
    expect(told).toEqual([]);
  });
});

describe('nothing that is deployed', () => {
  const text = JSON.stringify(resources);

  it.each(['localhost', '127.0.0.1', '[::1]', '0.0.0.0', 'http://'])('names %s', (place) => {
    expect(text).not.toContain(place);
  });

  it('sends its calls to AWS elsewhere, or believes in another clock', () => {
    for (const [name, environment] of environments) {
      const wrong = Object.keys(environment).filter((key) =>
        /^(AWS_ENDPOINT_URL|AWS_ACCESS_KEY|AWS_CONFIG|CLOCK$|NODE_OPTIONS$|NODE_TLS|HTTPS?_PROXY)/i.test(
          key,
        ),
      );
      expect([name, wrong]).toEqual([name, []]);
    }
  });

  it('waits for something that waits for it', () => {
    expect(circle()).toBeUndefined();
  });
});
