import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { consoleHeaders } from '../../functions/contract/console-headers.ts';
import { consoleFallback } from '../../infra/constructs/console/console-fallback.ts';
import { headersPolicy } from '../../infra/constructs/console/headers-policy.ts';
import { consoleAddress } from '../../infra/context/console-address.ts';
import { ofType, resources } from './assembled.ts';

const distribution = ofType('AWS::CloudFront::Distribution')[0]?.Properties.DistributionConfig;
const originOf = (id: string) =>
  distribution.Origins.find(({ Id }: { Id: string }) => Id === id) ?? {};
const files = distribution.DefaultCacheBehavior;
const [calls, ...otherBehaviours] = distribution.CacheBehaviors;

/** Managed policies of CloudFront, by their fixed ids. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

describe("the console's files", () => {
  const id = Object.keys(resources).find((each) => /^ConsoleFiles/.test(each)) ?? '';
  const bucket = resources[id];

  it('lie in a bucket that nobody else may read, encrypted, with what was there before', () => {
    expect(bucket?.Type).toBe('AWS::S3::Bucket');
    expect(bucket?.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    });
    expect(bucket?.Properties.BucketEncryption).toBeDefined();
    expect(bucket?.Properties.WebsiteConfiguration).toBeUndefined();
  });

  it('are read by this distribution alone, over TLS 1.2 at least', () => {
    const policy = ofType('AWS::S3::BucketPolicy').find(
      ({ Properties }) => Properties.Bucket.Ref === id,
    );
    const statements = policy?.Properties.PolicyDocument.Statement;
    const allowed = statements.filter(({ Effect }: { Effect: string }) => Effect === 'Allow');
    expect(allowed).toMatchObject([
      { Action: 's3:GetObject', Principal: { Service: 'cloudfront.amazonaws.com' } },
    ]);
    const arn = JSON.stringify(allowed[0].Condition.StringEquals['AWS:SourceArn']);
    const site = Object.keys(resources).find(
      (each) => resources[each]?.Type === 'AWS::CloudFront::Distribution',
    );
    expect(arn).toContain(`:distribution/",{"Ref":"${site}"}`);
    const denied = statements.filter(({ Effect }: { Effect: string }) => Effect === 'Deny');
    expect(denied.map(({ Condition }: { Condition: unknown }) => Condition)).toEqual([
      { Bool: { 'aws:SecureTransport': 'false' } },
      { NumericLessThan: { 's3:TlsVersion': 1.2 } },
    ]);
    expect(originOf(files.TargetOriginId).OriginAccessControlId).toBeDefined();
  });

  it('are sent over TLS only', () => {
    expect(files.ViewerProtocolPolicy).toBe('redirect-to-https');
  });
});

describe("the API behind the console's address", () => {
  it('is the only other thing there, under the name of its stage', () => {
    expect(otherBehaviours).toEqual([]);
    const [stage] = ofType('AWS::ApiGateway::Stage');
    expect(calls.PathPattern).toBe(`/${stage?.Properties.StageName}/*`);
    const origin = originOf(calls.TargetOriginId);
    expect(origin.OriginPath ?? '').toBe('');
    expect(origin.CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
    const [, [api, host]] = origin.DomainName['Fn::Join'];
    expect([resources[api.Ref]?.Type, host]).toEqual(['AWS::ApiGateway::RestApi', '.execute-api.']);
  });

  it('gets the whole request but its host, and nothing of its answer is kept', () => {
    expect(calls).toMatchObject({
      CachePolicyId: CACHING_DISABLED,
      OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER,
      ViewerProtocolPolicy: 'https-only',
      Compress: false,
    });
    expect(calls.AllowedMethods).toContain('POST');
    expect(calls.FunctionAssociations).toBeUndefined();
  });

  it('says its own errors: none is turned into a page', () => {
    expect(distribution.CustomErrorResponses).toBeUndefined();
  });
});

describe('the headers', () => {
  const policies = ofType('AWS::CloudFront::ResponseHeadersPolicy');
  const config = policies[0]?.Properties.ResponseHeadersPolicyConfig;
  const { CustomHeadersConfig, SecurityHeadersConfig, ...rest } = config;

  it('of the contract are sent with the files and with what the API answers', () => {
    const [id] = Object.entries(resources).find(
      ([, { Type }]) => Type === 'AWS::CloudFront::ResponseHeadersPolicy',
    ) ?? [''];
    expect([files.ResponseHeadersPolicyId, calls.ResponseHeadersPolicyId]).toEqual([
      { Ref: id },
      { Ref: id },
    ]);
    expect(rest.CorsConfig).toBeUndefined();
  });

  it('are all of the contract, and override what the origin says', () => {
    const custom: { Header: string; Value: string; Override: boolean }[] =
      CustomHeadersConfig.Items;
    const fields = {
      ContentSecurityPolicy: 'content-security-policy',
      StrictTransportSecurity: 'strict-transport-security',
      ContentTypeOptions: 'x-content-type-options',
      ReferrerPolicy: 'referrer-policy',
    };
    expect(Object.keys(SecurityHeadersConfig).sort()).toEqual(Object.keys(fields).sort());
    const contract = consoleHeaders([]);
    expect([...custom.map(({ Header }) => Header), ...Object.values(fields)].sort()).toEqual(
      Object.keys(contract).sort(),
    );
    for (const { Header, Value } of custom) expect(Value).toBe(contract[Header]);
    const overriding = [...custom, ...Object.values<{ Override: boolean }>(SecurityHeadersConfig)];
    expect(overriding.every(({ Override }) => Override)).toBe(true);
  });

  it('let the console speak with its own address and the user pool, and with nobody else', () => {
    const policy = JSON.stringify(SecurityHeadersConfig.ContentSecurityPolicy);
    const region = '{"Ref":"AWS::Region"}';
    expect(policy).toContain(
      `connect-src 'self' https://cognito-idp.",${region},".",{"Ref":"AWS::URLSuffix"}," https://",{"Ref":"`,
    );
    expect(policy).toContain(`"},".auth.",${region},".amazoncognito.com; base-uri 'none';`);
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  it('are refused when CloudFront would send something else', () => {
    expect(() => headersPolicy({ 'referrer-policy': 'unsafe-url' })).toThrow(
      'CloudFront cannot send the value "unsafe-url"; allowed: /^no-referrer$/.',
    );
    expect(() => headersPolicy({ 'strict-transport-security': 'max-age=1; preload' })).toThrow(
      'CloudFront cannot send the value "max-age=1; preload"',
    );
  });
});

describe('a path of the console', () => {
  const handler: (event: object) => { uri: string } = new Function(
    `${consoleFallback}; return handler;`,
  )();
  const shown = (uri: string): string => handler({ request: { uri, querystring: {} } }).uri;

  it.each([
    '/',
    '/runs',
    '/runs/payout-2022-02',
    '/runs/payout-2022-02.2',
    '/signed-in',
    '/a.b/c',
    '/2022-02.2',
  ])('that is no file shows the page: %s', (uri) => expect(shown(uri)).toBe('/index.html'));

  it.each(['/index.html', '/console-config.json', '/robots.txt', '/assets/console-ABC123.js'])(
    'that is a file is that file: %s',
    (uri) => expect(shown(uri)).toBe(uri),
  );

  it('is rewritten by the code that is deployed, before anything is looked up', () => {
    const [fallback, ...more] = ofType('AWS::CloudFront::Function');
    expect(more).toEqual([]);
    expect(fallback?.Properties.FunctionCode).toBe(consoleFallback);
    expect(files.FunctionAssociations).toMatchObject([{ EventType: 'viewer-request' }]);
  });
});

describe('the address of the console', () => {
  it('is its own name, over TLS 1.2 at least', () => {
    expect(distribution.Aliases).toEqual(['statsbidrag.example']);
    expect(distribution.ViewerCertificate).toMatchObject({
      MinimumProtocolVersion: 'TLSv1.2_2021',
      SslSupportMethod: 'sni-only',
    });
  });

  it('answers in Sweden, refuses plain attacks, and logs who asked for which file, but no cookie', () => {
    expect(distribution.Restrictions).toEqual({
      GeoRestriction: { RestrictionType: 'whitelist', Locations: ['SE'] },
    });
    expect(JSON.stringify(distribution.WebACLId)).toContain(':global/webacl/');
    expect(distribution.Logging).toMatchObject({ IncludeCookies: false, Prefix: 'visits/' });
  });

  const address = (context: Record<string, string>) => {
    const stack = new Stack(new App({ context, analyticsReporting: false }), 'Given');
    return { stack, read: () => consoleAddress(stack) };
  };
  const real = {
    consoleDomain: 'statsbidrag.kammarkollegiet.se',
    consoleCertificate: 'arn:aws:acm:us-east-1:111122223333:certificate/1-2',
    consoleWebAcl: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/name/1-2',
  };

  it('comes from the context, and is said to be made up as long as any of it is missing', () => {
    const warned = (context: Record<string, string>): number => {
      const { stack, read } = address(context);
      read();
      return Annotations.fromStack(stack).findWarning('*', Match.anyValue()).length;
    };
    const { consoleWebAcl, ...partly } = real;
    expect([warned({}), warned(partly), warned(real)]).toEqual([1, 1, 0]);
    expect(address({ ...real, consoleCountries: 'SE,NO' }).read()).toEqual({
      domain: real.consoleDomain,
      certificate: real.consoleCertificate,
      webAcl: consoleWebAcl,
      countries: ['SE', 'NO'],
    });
  });

  it('is demanded in production, where nobody signs in at a name that is made up', () => {
    const { consoleWebAcl: _, ...partly } = real;
    expect(address({ ...partly, stage: 'production' }).read).toThrow(
      'The console’s address is made up as long as the context lacks consoleWebAcl. The stage production needs it.',
    );
    expect(address({ ...real, stage: 'production' }).read).not.toThrow();
  });

  it.each([
    ['consoleDomain', 'https://statsbidrag.se'],
    ['consoleDomain', 'Statsbidrag.se'],
    ['consoleDomain', 'localhost'],
    ['consoleCertificate', 'arn:aws:acm:eu-north-1:111122223333:certificate/1'],
    ['consoleWebAcl', 'arn:aws:wafv2:eu-north-1:111122223333:regional/webacl/a/1'],
    ['consoleCountries', 'Sverige'],
  ])('is refused with %s "%s"', (key, value) => {
    expect(address({ ...real, [key]: value }).read).toThrow(
      `Context ${key} is "${value}"; allowed`,
    );
  });
});
