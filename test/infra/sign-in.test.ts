import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groups } from '../../functions/contract/api/groups.ts';
import { roleOfGroup, roles } from '../../functions/contract/api/roles.ts';
import { SIGNED_IN_PATH } from '../../functions/contract/console-paths.ts';
import { repository } from '../../infra/repository.ts';
import { functionName, ofType, resources } from './assembled.ts';

const [pool, ...otherPools] = ofType('AWS::Cognito::UserPool');
const clients = ofType('AWS::Cognito::UserPoolClient').map(({ Properties }) => Properties);
const people = clients.find(({ AllowedOAuthFlows }) => AllowedOAuthFlows.includes('code'));
const machine = clients.find(({ AllowedOAuthFlows }) =>
  AllowedOAuthFlows.includes('client_credentials'),
);

describe('the user pool', () => {
  it('is one, and is neither deleted by mistake nor with the stack', () => {
    expect(otherPools).toEqual([]);
    expect(pool?.DeletionPolicy).toBe('Retain');
    expect(pool?.Properties.DeletionProtection).toBe('ACTIVE');
  });

  it('refuses leaked passwords and sign-ins from odd places', () => {
    expect(pool?.Properties.UserPoolTier).toBe('PLUS');
    expect(pool?.Properties.UserPoolAddOns.AdvancedSecurityMode).toBe('ENFORCED');
  });

  it('lets nobody sign up or come back without an administrator', () => {
    expect(pool?.Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
    expect(pool?.Properties.AccountRecoverySetting.RecoveryMechanisms).toEqual([
      { Name: 'admin_only', Priority: 1 },
    ]);
    expect(ofType('AWS::Cognito::UserPoolIdentityProvider')).toEqual([]);
    expect(ofType('AWS::Cognito::UserPoolUser')).toEqual([]);
  });

  it('demands a one-time code from an app, and sends none as text message', () => {
    expect(pool?.Properties.MfaConfiguration).toBe('ON');
    expect(pool?.Properties.EnabledMfas).toEqual(['SOFTWARE_TOKEN_MFA']);
    expect(pool?.Properties.SmsConfiguration).toBeUndefined();
    expect(pool?.Properties.DeviceConfiguration).toBeUndefined();
  });

  it('demands long passwords that were not used before', () => {
    expect(pool?.Properties.Policies.PasswordPolicy).toEqual({
      MinimumLength: 14,
      RequireLowercase: true,
      RequireUppercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      PasswordHistorySize: 12,
      TemporaryPasswordValidityDays: 3,
    });
  });

  it('asks the function that puts the name into the access token, and no other', () => {
    expect(Object.keys(pool?.Properties.LambdaConfig)).toEqual(['PreTokenGenerationConfig']);
    const trigger = pool?.Properties.LambdaConfig.PreTokenGenerationConfig;
    expect(functionName(trigger.LambdaArn['Fn::GetAtt'][0])).toBe('name-in-token');
    expect(trigger.LambdaVersion).toBe('V2_0');
    const permission = ofType('AWS::Lambda::Permission').filter(
      ({ Properties }) => Properties.Principal === 'cognito-idp.amazonaws.com',
    );
    expect(permission).toHaveLength(1);
    expect(resources[permission[0]?.Properties.SourceArn['Fn::GetAtt'][0]]).toBe(pool);
  });
});

describe('the groups', () => {
  const made = ofType('AWS::Cognito::UserPoolGroup').map(({ Properties }) => Properties);

  it('are exactly those of the contract', () => {
    expect(made.map(({ GroupName }) => GroupName).sort()).toEqual([...groups].sort());
    expect(groups).toHaveLength(5 + 21);
  });

  it("each give a role, and together every role but that of SKR's machine", () => {
    const given = new Set(groups.map((group) => roleOfGroup(group)));
    expect([...given].sort()).toEqual(roles.filter((role) => role !== 'skr').sort());
  });

  it('give no right in the account itself', () => {
    expect(made.map(({ RoleArn }) => RoleArn)).toEqual(groups.map(() => undefined));
  });
});

describe("the console's client", () => {
  it('gets a code at its own address, and nothing in any other way', () => {
    expect(people).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      SupportedIdentityProviders: ['COGNITO'],
    });
    const [site] = ofType('AWS::CloudFront::Distribution');
    const [own, ...others] = site?.Properties.DistributionConfig.Aliases ?? [];
    expect(others).toEqual([]);
    expect(people.CallbackURLs).toEqual([`https://${own}/signed-in`]);
    expect(people.LogoutURLs).toEqual([`https://${own}/`]);
  });

  it('comes back to the path at which the console looks for the code', () => {
    const main = readFileSync(join(repository, 'console/main.tsx'), 'utf8');
    expect(main).toMatch(new RegExp(`'${SIGNED_IN_PATH}'|SIGNED_IN_PATH`));
  });

  it('holds a token for an hour and may renew it for twelve', () => {
    expect(people).toMatchObject({
      AccessTokenValidity: 60,
      IdTokenValidity: 60,
      RefreshTokenValidity: 12 * 60,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
    });
  });
});

describe("the client of SKR's machine", () => {
  it('has a secret, and may ask for the scope of requisitions only', () => {
    expect(machine).toMatchObject({
      GenerateSecret: true,
      AllowedOAuthFlows: ['client_credentials'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    });
    const [server, ...more] = ofType('AWS::Cognito::UserPoolResourceServer');
    expect(more).toEqual([]);
    expect(server?.Properties.Identifier).toBe('statsbidrag');
    expect(
      server?.Properties.Scopes.map(({ ScopeName }: { ScopeName: string }) => ScopeName),
    ).toEqual(['requisitions']);
    const [scope, ...others] = machine.AllowedOAuthScopes;
    expect(others).toEqual([]);
    const [id, name] = [scope['Fn::Join'][1][0].Ref, scope['Fn::Join'][1][1]];
    expect([resources[id], name]).toEqual([server, '/requisitions']);
  });
});

describe('a client', () => {
  it('is one of two', () => {
    expect(clients).toHaveLength(2);
    expect(people).not.toBe(machine);
  });

  it("can write none of a person's attributes but the language, least of all the name", () => {
    for (const { WriteAttributes } of clients) expect(WriteAttributes).toEqual(['locale']);
  });

  it('does not tell who exists, and its tokens can be taken back', () => {
    for (const { PreventUserExistenceErrors, EnableTokenRevocation } of clients) {
      expect([PreventUserExistenceErrors, EnableTokenRevocation]).toEqual(['ENABLED', true]);
    }
  });
});

describe('the sign-in pages', () => {
  it('lie at a name from the context and have a style, without which there would be none', () => {
    const [domain, ...more] = ofType('AWS::Cognito::UserPoolDomain');
    expect(more).toEqual([]);
    expect(domain?.Properties).toMatchObject({
      Domain: 'statsbidrag-test',
      ManagedLoginVersion: 2,
    });
    const [style] = ofType('AWS::Cognito::ManagedLoginBranding');
    expect(style?.Properties.UseCognitoProvidedValues).toBe(true);
    expect(resources[style?.Properties.ClientId.Ref]?.Properties).toBe(people);
  });
});
