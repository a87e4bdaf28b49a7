import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { beginLog } from './shared/log.ts';
import { loggedError } from './shared/logged-error.ts';

/**
 * Called by the user pool before it gives a person a token: puts their name into the access token, where every decision in the
 * record takes it from. The name is the pool's attribute, which only an administrator can write.
 *
 * A person without a name gets no token: a decision would be recorded by somebody whom nobody can name. The person sees the text.
 */
export function run(event: PreTokenGenerationV2TriggerEvent): PreTokenGenerationV2TriggerEvent {
  const name = event.request.userAttributes.name?.trim();
  if (!name) {
    throw new Error(
      'Ditt konto saknar namn; be administratören att ange det. / Your account has no name; ask the administrator to enter it.',
    );
  }
  return {
    ...event,
    response: {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: { claimsToAddOrOverride: { name } },
      },
    },
  };
}

const logger = new Logger();

/** Not a step: what it throws is shown to the person, so its text leaves as it is, and is the same for everybody. */
export const handler = async (event: PreTokenGenerationV2TriggerEvent, context: Context) => {
  // Whose token it is stays out of the log.
  beginLog(logger, { invocation: context.awsRequestId });
  try {
    const named = run(event);
    logger.info('Done');
    return named;
  } catch (error) {
    logger.error('Failed', { error: loggedError(error) });
    throw error;
  }
};
