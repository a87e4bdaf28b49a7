import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { consoleHeaders } from '../../../functions/contract/console-headers.ts';
import type { ConsoleAddress } from '../../context/console-address.ts';
import { API_STAGE } from '../access/api.ts';
import { accessLogBucket, fileBucket } from '../buckets.ts';
import { consoleFallback } from './console-fallback.ts';
import { headersPolicy } from './headers-policy.ts';

export interface ConsoleSiteProps {
  readonly api: apigateway.RestApi;
  /** Origins that the console speaks with besides its own. */
  readonly connectTo: readonly string[];
  readonly address: ConsoleAddress;
}

/**
 * Where people find the console: one address for its files and, under /api, for the API, so that nothing is asked across origins.
 *
 * 1. The files lie in a bucket that only this distribution may read. They are made from the sources again at any time, and an older
 *    version can be had back for 90 days; the bucket outlives the stack because it would not be empty.
 * 2. A path that is no file shows the page, which finds its own way. No error is rewritten: the API's 404 stays a problem document.
 * 3. What is asked of the API is handed on as it came, but for the host, and never kept. The path stays as it is too: the API's
 *    stage has the name of the prefix.
 * 4. TLS 1.2 at least, which CloudFront can only be told of a name of one's own; and the headers that the contract says.
 * 5. It answers in the countries that the context names, and logs who asked for which file.
 */
export class ConsoleSite extends Construct {
  readonly bucket: s3.Bucket;
  readonly distribution: cloudfront.Distribution;

  constructor(scope: Construct, id: string, props: ConsoleSiteProps) {
    super(scope, id);
    const { api, connectTo, address } = props;
    // CloudFront puts its logs by an access control list and not by a policy.
    const logBucket = accessLogBucket(
      this,
      'AccessLogs',
      s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
    );
    // Not the record's: CloudFront decrypts with this one.
    const encryptionKey = new kms.Key(this, 'Key', {
      description: "Encrypts the console's files",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.bucket = fileBucket(this, 'Files', {
      encryptionKey,
      accessLogs: logBucket,
      logPrefix: 'files/',
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
    });
    const responseHeadersPolicy = new cloudfront.ResponseHeadersPolicy(this, 'Headers', {
      comment: 'What the console is sent with',
      ...headersPolicy(consoleHeaders(connectTo)),
    });
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `${Stack.of(this).stackName}: console and API`,
      defaultRootObject: 'index.html',
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      domainNames: [address.domain],
      certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', address.certificate),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      webAclId: address.webAcl,
      geoRestriction: cloudfront.GeoRestriction.allowlist(...address.countries),
      logBucket: logBucket as s3.IBucket,
      logFilePrefix: 'visits/',
      logIncludesCookies: false,
      defaultBehavior: { ...this.#files(), responseHeadersPolicy },
      additionalBehaviors: {
        [`/${API_STAGE}/*`]: { ...this.#calls(api), responseHeadersPolicy },
      },
    });
  }

  #files(): cloudfront.BehaviorOptions {
    const fallback = new cloudfront.Function(this, 'Fallback', {
      comment: 'Shows the page at every path that is no file',
      runtime: cloudfront.FunctionRuntime.JS_2_0,
      code: cloudfront.FunctionCode.fromInline(consoleFallback),
    });
    return {
      origin: origins.S3BucketOrigin.withOriginAccessControl(this.bucket as s3.IBucket),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      functionAssociations: [
        { function: fallback, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST },
      ],
    };
  }

  /** The origin is named by the API's id and not taken from its stage, whose address has a path. */
  #calls(api: apigateway.RestApi): cloudfront.BehaviorOptions {
    const { region, urlSuffix } = Stack.of(this);
    return {
      origin: new origins.HttpOrigin(`${api.restApiId}.execute-api.${region}.${urlSuffix}`, {
        protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY, // A token is never sent on by redirect.
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL, // The API itself says which it does not take.
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      compress: false, // What is sent with a token is not to be guessed by its length.
    };
  }
}
