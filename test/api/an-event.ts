import type { APIGatewayProxyEvent } from 'aws-lambda';

/** A request as API Gateway hands it on, with what a test wants different. */
export function anEvent(different: Partial<APIGatewayProxyEvent> = {}): APIGatewayProxyEvent {
  return {
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'key' },
    body: '{}',
    requestContext: { requestId: 'r-1', identity: { caller: 'AROAEXAMPLE:session' } },
    ...different,
  } as APIGatewayProxyEvent;
}
