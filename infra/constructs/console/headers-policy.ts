import { Duration } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';

const override = true; // What the origin says of itself counts less than the contract.

type Security = cloudfront.ResponseSecurityHeadersBehavior;

/** The headers that CloudFront sets by fields of their own and takes in no other way. */
const ownFields: Readonly<Record<string, (value: string) => Security>> = {
  'content-security-policy': (contentSecurityPolicy) => ({
    contentSecurityPolicy: { contentSecurityPolicy, override },
  }),
  'strict-transport-security': (value) => {
    const [, seconds, subdomains] = given(value, /^max-age=(\d+)(; includeSubDomains)?$/);
    const includeSubdomains = subdomains !== undefined;
    const accessControlMaxAge = Duration.seconds(Number(seconds));
    return { strictTransportSecurity: { accessControlMaxAge, includeSubdomains, override } };
  },
  'x-content-type-options': (value) => {
    given(value, /^nosniff$/);
    return { contentTypeOptions: { override } };
  },
  'referrer-policy': (value) => {
    given(value, /^no-referrer$/);
    const referrerPolicy = cloudfront.HeadersReferrerPolicy.NO_REFERRER;
    return { referrerPolicy: { referrerPolicy, override } };
  },
};

/**
 * Headers by their names in small letters, as CloudFront's response headers policy takes them.
 *
 * Refused: a value of one of CloudFront's own fields that the field cannot say; it would be sent as something else.
 */
export function headersPolicy(
  headers: Readonly<Record<string, string>>,
): Pick<
  cloudfront.ResponseHeadersPolicyProps,
  'securityHeadersBehavior' | 'customHeadersBehavior'
> {
  const entries = Object.entries(headers);
  const security = entries.map(([name, value]) => ownFields[name]?.(value) ?? {});
  const customHeaders = entries
    .filter(([name]) => ownFields[name] === undefined)
    .map(([header, value]) => ({ header, value, override }));
  return {
    securityHeadersBehavior: Object.assign({}, ...security),
    customHeadersBehavior: { customHeaders },
  };
}

function given(value: string, allowed: RegExp): RegExpExecArray {
  const found = allowed.exec(value);
  if (found) return found;
  throw new Error(
    `CloudFront cannot send the value ${JSON.stringify(value)}; allowed: ${allowed}.`,
  );
}
