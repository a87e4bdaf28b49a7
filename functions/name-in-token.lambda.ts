import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

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

export const handler = async (event: PreTokenGenerationV2TriggerEvent) => run(event);
