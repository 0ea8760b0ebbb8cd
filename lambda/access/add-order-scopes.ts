import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { entry } from '../platform/settings.ts';
import { READ_ORDERS, WRITE_ORDERS } from './scopes.ts';

/** The function that adds the order scopes to access tokens. */
export const addOrderScopesEntry = entry('access/add-order-scopes', []);

/**
 * Adds the order scopes to the access token of a sign-in with a password, which cannot request scopes.
 *
 * A sign-in with a browser gets the scopes that its client requested. A refreshed token does not get the order scopes,
 * because a refresh does not identify the kind of sign-in: after a sign-in with a password, sign in again instead.
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
