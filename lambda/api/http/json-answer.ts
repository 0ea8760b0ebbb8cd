import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';

/** A response with a JSON body. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): APIGatewayProxyResult {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** The Location header of a path, below the version that the request was sent to. */
export function located(event: APIGatewayProxyEvent, path: `/${string}`): { location: string } {
  return { location: `/${event.requestContext.stage}${path}` };
}
