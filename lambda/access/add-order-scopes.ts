import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { READ_ORDERS, WRITE_ORDERS } from './scopes.ts';

/**
 * Adds the scopes of orders to the access token of a sign-in with a password, which cannot ask for any.
 *
 * A sign-in with a browser gets what its client asked for. A token that is refreshed after a sign-in with a password has
 * none of them, since a refresh does not say how it began: sign in again.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export function addOrderScopes(event: PreTokenGenerationV2TriggerEvent): PreTokenGenerationV2TriggerEvent {
  if (event.triggerSource !== 'TokenGeneration_Authentication') return event;
  return {
    ...event,
    response: {
      claimsAndScopeOverrideDetails: { accessTokenGeneration: { scopesToAdd: [READ_ORDERS, WRITE_ORDERS] } },
    },
  };
}
