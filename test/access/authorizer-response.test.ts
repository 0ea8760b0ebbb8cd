import { authorizerResponse } from '../../lambda/access/authorizer-response.ts';

const STAGE = 'arn:aws:execute-api:eu-central-1:111122223333:abc123/v1';
const CALLED = `${STAGE}/GET/partner/something/else`;
const allowed = { kind: 'ALLOWED', partnerId: 'acme', routes: ['POST/partner/orders'] } as const;

test('allows the entitled routes of the called API and stage, and not the called route itself', () => {
  expect(authorizerResponse(allowed, CALLED).policyDocument.Statement).toEqual([
    { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: [`${STAGE}/POST/partner/orders`] },
  ]);
});

test('denies the whole stage to a partner without entitlements', () => {
  const denied = { kind: 'DENIED', partnerId: 'acme', reason: 'the partner is not active' } as const;
  expect(authorizerResponse(denied, CALLED).policyDocument.Statement).toEqual([
    { Effect: 'Deny', Action: 'execute-api:Invoke', Resource: [`${STAGE}/*`] },
  ]);
});

test('returns the id of the partner as the principal and in the context', () => {
  expect(authorizerResponse(allowed, CALLED)).toMatchObject({
    principalId: 'partner-acme',
    context: { partnerId: 'acme' },
  });
});

test('makes API Gateway answer 401 without a reason if the token is refused', () => {
  const refused = { kind: 'REFUSED', reason: 'the token is revoked' } as const;
  expect(() => authorizerResponse(refused, CALLED)).toThrow(/^Unauthorized$/);
});
