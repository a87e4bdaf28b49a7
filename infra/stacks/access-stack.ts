import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { Api } from '../constructs/access/api.ts';
import { SignIn } from '../constructs/access/sign-in.ts';
import { WebAcl } from '../constructs/access/web-acl.ts';
import {
  type ApiHandlers,
  apiHandlerNames,
  Handler,
  type HandlerSurroundings,
} from '../constructs/handler.ts';
import { consoleOrigin } from '../context/console-address.ts';
import { contextText } from '../context/context-text.ts';
import { systemName } from '../context/system.ts';
import { mapRecord } from '../map-record.ts';
import type { WorkflowStack } from './workflow-stack.ts';

export interface AccessStackProps extends StackProps {
  readonly surroundings: HandlerSurroundings;
  readonly workflow: WorkflowStack;
}

/**
 * The only way in for people and for SKR's machine: who they are, and the one API through which they do everything, with tokens of
 * one user pool. Who people are must not be lost, so the stack is protected and the pool outlives it.
 */
export class AccessStack extends Stack {
  readonly api: apigateway.RestApi;
  readonly handlers: ApiHandlers;
  /** Origins that the console speaks with besides its own. */
  readonly origins: readonly string[];

  constructor(scope: Construct, id: string, props: AccessStackProps) {
    const { surroundings, workflow, ...rest } = props;
    super(scope, id, {
      description: 'Sign-in and API of the State grant',
      terminationProtection: true,
      ...rest,
    });
    const common = {
      ...surroundings,
      deadLetters: workflow.deadLetters.failed,
      notices: workflow.notices,
    };
    const nameInToken = new Handler(this, 'name-in-token', { name: 'name-in-token', ...common });
    const domainPrefix = contextText(this, 'signInPrefix', systemName(this).toLowerCase());
    const signIn = new SignIn(this, 'SignIn', { domainPrefix, nameInToken: nameInToken.function });
    this.origins = signIn.origins;
    const trust = signIn.addClients(consoleOrigin(this));
    this.handlers = mapRecord(
      apiHandlerNames,
      (name) => new Handler(this, name, { name, ...common, trust }).function,
    );
    const { logKey } = surroundings;
    this.api = new Api(this, 'Api', { handlers: this.handlers, logKey }).api;
    this.#protect(logKey);

    for (const [name, value] of Object.entries({
      Issuer: trust.TOKEN_ISSUER,
      ConsoleClient: trust.CONSOLE_CLIENT_ID,
      SkrClient: trust.SKR_CLIENT_ID,
      ApiAddress: this.api.url,
    }))
      new CfnOutput(this, name, { value });
  }

  #protect(logKey: HandlerSurroundings['logKey']): void {
    const acl = new WebAcl(this, 'ApiAcl', {
      scope: 'REGIONAL',
      description: 'What reaches the API',
      logKey,
    });
    new wafv2.CfnWebACLAssociation(this, 'Protection', {
      resourceArn: this.api.deploymentStage.stageArn,
      webAclArn: acl.arn,
    });
  }
}
