import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { groups } from '../../../functions/contract/api/groups.ts';
import { CONSOLE_SCOPE, REQUISITIONS_SCOPE } from '../../../functions/contract/api/roles.ts';
import { SIGNED_IN_PATH, SIGNED_OUT_PATH } from '../../../functions/contract/console-paths.ts';
import type { Trust } from '../handler.ts';

export interface SignInProps {
  /** First part of the sign-in pages' host name, nobody else's in the region. */
  readonly domainPrefix: string;
  /** The pool calls it before it gives a person a token. */
  readonly nameInToken: lambda.IFunction;
}

/** No client may ask for more: a token with the pool's own scope could change its bearer's attributes. */
const noDirectSignIn: cognito.AuthFlow = { userSrp: false };

/**
 * The only attribute that a client may write. A list must name at least one, since an empty one means all standard attributes; a
 * person's language decides nothing here.
 */
const writeAttributes = new cognito.ClientAttributes().withStandardAttributes({ locale: true });

/** What both clients have in common. */
const client = {
  preventUserExistenceErrors: true,
  enableTokenRevocation: true,
  authFlows: noDirectSignIn,
  supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
  accessTokenValidity: Duration.hours(1),
  writeAttributes,
} satisfies cognito.UserPoolClientOptions;

/**
 * Who people are, and SKR's machine.
 *
 * 1. Only an administrator makes a user, names them, puts them into groups and lets them in again after a lost password; nobody
 *    signs up. Roles come from groups and the name from an attribute, neither of which its bearer can write.
 * 2. A password of at least 14 characters and a one-time code from an app, always. No code by text message.
 * 3. The console's client is public: an authorization code, a token for an hour, renewed for twelve. The console proves with PKCE
 *    that it asked for the code; the pool holds to the proof when one was announced, and cannot be told to demand it.
 * 4. SKR's client has a secret, is no person, and may ask for one scope: to submit and read requisitions.
 * 5. The pool is neither deleted by mistake nor with the stack: who approved what is known by its `sub`.
 *
 * The plan is Plus: leaked passwords and sign-ins from odd places are refused. It costs per person who signs in, and there are
 * some forty.
 */
export class SignIn extends Construct {
  readonly #pool: cognito.UserPool;
  readonly #domain: cognito.UserPoolDomain;

  constructor(scope: Construct, id: string, { domainPrefix, nameInToken }: SignInProps) {
    super(scope, id);
    this.#pool = new cognito.UserPool(this, 'Pool', {
      userPoolName: `${Stack.of(this).stackName}-people`,
      featurePlan: cognito.FeaturePlan.PLUS,
      standardThreatProtectionMode: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      accountRecovery: cognito.AccountRecovery.NONE,
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        passwordHistorySize: 12,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#pool.addTrigger(
      cognito.UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
      nameInToken,
      cognito.LambdaVersion.V2_0,
    );
    for (const groupName of groups) {
      new cognito.UserPoolGroup(this, groupName, { userPool: this.#pool, groupName });
    }
    this.#domain = this.#pool.addDomain('Pages', {
      cognitoDomain: { domainPrefix },
      managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
  }

  /** The `iss` of every token, and below it the keys. */
  get issuer(): string {
    return this.#pool.userPoolProviderUrl;
  }

  /** Origins that the console speaks with: the issuer describes itself at one, and gives tokens at the other. */
  get origins(): readonly string[] {
    const { region, urlSuffix } = Stack.of(this);
    return [`https://cognito-idp.${region}.${urlSuffix}`, this.#domain.baseUrl()];
  }

  /**
   * The two clients, and so whose tokens count. Apart from the constructor, because people are sent back to the console's own
   * address, and the console is told of the sign-in pages.
   *
   * @param consoleOrigin `https://…`, without a path
   */
  addClients(consoleOrigin: string): Trust {
    const people = this.#pool.addClient('Console', {
      ...client,
      generateSecret: false,
      refreshTokenValidity: Duration.hours(12),
      idTokenValidity: Duration.hours(1),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.custom(CONSOLE_SCOPE)],
        callbackUrls: [`${consoleOrigin}${SIGNED_IN_PATH}`],
        logoutUrls: [`${consoleOrigin}${SIGNED_OUT_PATH}`],
      },
    });
    // Without a style of its own a client has no sign-in page at all.
    new cognito.CfnManagedLoginBranding(this, 'ConsoleStyle', {
      userPoolId: this.#pool.userPoolId,
      clientId: people.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    return {
      TOKEN_ISSUER: this.issuer,
      CONSOLE_CLIENT_ID: people.userPoolClientId,
      SKR_CLIENT_ID: this.#machine().userPoolClientId,
    };
  }

  #machine(): cognito.UserPoolClient {
    const [identifier = '', scopeName = ''] = REQUISITIONS_SCOPE.split('/');
    const scope = new cognito.ResourceServerScope({
      scopeName,
      scopeDescription: "Submit SKR's requisitions and read them",
    });
    const server = this.#pool.addResourceServer('Api', { identifier, scopes: [scope] });
    return this.#pool.addClient('Skr', {
      ...client,
      generateSecret: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: [cognito.OAuthScope.resourceServer(server, scope)],
      },
    });
  }
}
