import { authorizerResponse } from '../../lambda/access/authorizer-response.ts';

const STAGE = 'arn:aws:execute-api:eu-central-1:111122223333:abc123/v1';
const CALLED = `${STAGE}/GET/partner/something/else`;
const allowed = { kind: 'ALLOWED', partnerId: 'acme', routes: ['POST/partner/orders'] } as const;

test('allows exactly the methods of the operations, of the API and stage that were called, whatever was called', () => {
  expect(authorizerResponse(allowed, CALLED).policyDocument.Statement).toEqual([
    { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: [`${STAGE}/POST/partner/orders`] },
  ]);
});

test('denies the whole stage to a partner that may do nothing', () => {
  const denied = { kind: 'DENIED', partnerId: 'acme', reason: 'the partner is not active' } as const;
  expect(authorizerResponse(denied, CALLED).policyDocument.Statement).toEqual([
    { Effect: 'Deny', Action: 'execute-api:Invoke', Resource: [`${STAGE}/*`] },
  ]);
});

test('names the partner as the customer of its orders', () => {
  expect(authorizerResponse(allowed, CALLED)).toMatchObject({
    principalId: 'partner-acme',
    context: { partnerId: 'acme' },
  });
});

test('makes API Gateway answer 401 without a reason if the token is refused', () => {
  const refused = { kind: 'REFUSED', reason: 'the token is revoked' } as const;
  expect(() => authorizerResponse(refused, CALLED)).toThrow(/^Unauthorized$/);
});
