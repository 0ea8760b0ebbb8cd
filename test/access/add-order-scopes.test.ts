import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { addOrderScopes } from '../../lambda/access/add-order-scopes.ts';

const eventOf = (triggerSource: string): PreTokenGenerationV2TriggerEvent =>
  ({
    version: '2',
    triggerSource,
    region: 'eu-central-1',
    userPoolId: 'eu-central-1_abc',
    userName: 'someone',
    callerContext: { awsSdkVersion: '1', clientId: 'client' },
    request: { userAttributes: {}, groupConfiguration: {}, scopes: [] },
    response: { claimsAndScopeOverrideDetails: null },
  }) as unknown as PreTokenGenerationV2TriggerEvent;

test('adds both scopes of orders to the access token of a sign-in with a password, and nothing to the ID token', () => {
  expect(addOrderScopes(eventOf('TokenGeneration_Authentication')).response).toEqual({
    claimsAndScopeOverrideDetails: { accessTokenGeneration: { scopesToAdd: ['orders/read', 'orders/write'] } },
  });
});

test.each(['TokenGeneration_HostedAuth', 'TokenGeneration_RefreshTokens', 'TokenGeneration_NewPasswordChallenge'])(
  'does not change the event %s',
  (source) => {
    expect(addOrderScopes(eventOf(source))).toEqual(eventOf(source));
  },
);
