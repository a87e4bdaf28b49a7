import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { consoleHeaders } from '../../functions/contract/console-headers.ts';
import { API_STAGE } from './api.ts';
import { consoleFallback } from './console-fallback.ts';
import { headersPolicy } from './headers-policy.ts';

export interface ConsoleSiteProps {
  readonly api: apigateway.RestApi;
  /** Origins that the console speaks with besides its own. */
  readonly connectTo: readonly string[];
  /** A host name of one's own; without it, the one that CloudFront gives. */
  readonly domain?: ConsoleDomain;
}

export interface ConsoleDomain {
  readonly name: string;
  /** ARN of a certificate for the name, in us-east-1, where CloudFront takes them from. */
  readonly certificateArn: string;
}

const { ObjectOwnership, BlockPublicAccess, BucketEncryption } = s3;

/**
 * Where people find the console: one address for its files and, under /api, for the API, so that nothing is asked across origins.
 *
 * 1. The files lie in a bucket that only this distribution may read. They are made from the sources again at any time, and an older
 *    version can be had back for 90 days; the bucket outlives the stack because it would not be empty.
 * 2. A path that is no file shows the page, which finds its own way. No error is rewritten: the API's 404 stays a problem document.
 * 3. What is asked of the API is handed on as it came, but for the host, and never kept. The path stays as it is too: the API's
 *    stage has the name of the prefix.
 * 4. TLS 1.2 at least, which CloudFront can only be told of a name of one's own; and the headers that the contract says.
 */
export class ConsoleSite extends Construct {
  readonly bucket: s3.Bucket;
  readonly distribution: cloudfront.Distribution;
  /** Where people find it: `https://…`, without a path. */
  readonly origin: string;

  constructor(scope: Construct, id: string, { api, connectTo, domain }: ConsoleSiteProps) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const responseHeadersPolicy = new cloudfront.ResponseHeadersPolicy(this, 'Headers', {
      comment: 'What the console is sent with',
      ...headersPolicy(consoleHeaders(connectTo)),
    });
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `${Stack.of(this).stackName}: console and API`,
      defaultRootObject: 'index.html',
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      ...(domain && this.#ownName(domain)),
      defaultBehavior: { ...this.#files(), responseHeadersPolicy },
      additionalBehaviors: {
        [`/${API_STAGE}/*`]: { ...this.#calls(api), responseHeadersPolicy },
      },
    });
    this.origin = `https://${domain?.name ?? this.distribution.distributionDomainName}`;
  }

  #ownName({ name, certificateArn }: ConsoleDomain): Partial<cloudfront.DistributionProps> {
    return {
      domainNames: [name],
      certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
    };
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

  /**
   * The origin is named by the API's id and not taken from its stage: the stage comes after the functions, which are told of the
   * pool's clients, which are told of this very distribution.
   */
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
