import type { APIGatewayProxyEvent } from 'aws-lambda';

/** The customer who sends requests by default. */
export const CUSTOMER = '3f9c1f5e-8a0b-4c56-9d0a-1b2c3d4e5f60';

/** The operator who signs requests by default. */
export const ANN = 'arn:aws:sts::111122223333:assumed-role/Operators/ann@example.com';

/** A request as API Gateway passes it to a function, with the given differences. */
export function anEvent(different: Partial<APIGatewayProxyEvent> = {}): APIGatewayProxyEvent {
  return {
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'key' },
    multiValueHeaders: {},
    body: '{}',
    isBase64Encoded: false,
    pathParameters: null,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    requestContext: signedIn(CUSTOMER),
    ...different,
  } as APIGatewayProxyEvent;
}

/** The request context of a customer who signed in. */
export function signedIn(sub: string): APIGatewayProxyEvent['requestContext'] {
  return {
    requestId: 'r-1',
    stage: 'v1',
    identity: { userArn: ANN },
    authorizer: { claims: { sub } },
  } as unknown as APIGatewayProxyEvent['requestContext'];
}

/** The request context of a caller whom the Lambda authorizer allowed. */
export function authorizedAs(principalId: string): APIGatewayProxyEvent['requestContext'] {
  return { ...signedIn(''), authorizer: { principalId } } as APIGatewayProxyEvent['requestContext'];
}
