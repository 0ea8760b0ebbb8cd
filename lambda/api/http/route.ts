import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { setting } from '../../platform/settings.ts';
import { problem } from './problem.ts';
import { corsHeaders, SECURITY_HEADERS } from './response-headers.ts';

const logger = new Logger();

/** The logic of a route: maps a request to a response. */
export type Route = (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>;

/**
 * A handler of one route; adds the common headers to responses that do not set them.
 *
 * Logs unexpected errors and reveals nothing of them to the client.
 */
export function route(handle: Route) {
  return answering(handle, ({ requestContext: { requestId } }) =>
    problem(500, `An unexpected error occurred. Try again, or report the request id ${requestId}.`),
  );
}

/**
 * A handler of one route whose responses the stage may cache; throws on an unexpected error.
 *
 * API Gateway then responds 502 and caches nothing. A response with status 500 would be cached for every caller.
 */
export function cachedRoute(handle: Route) {
  return answering(handle, () => {
    throw new Error('the request failed');
  });
}

function answering(handle: Route, unexpected: (event: APIGatewayProxyEvent) => APIGatewayProxyResult) {
  const common = { ...SECURITY_HEADERS, ...corsHeaders(setting('ALLOWED_ORIGIN')) };
  return async (event: APIGatewayProxyEvent, context: Context): Promise<APIGatewayProxyResult> => {
    logger.addContext(context);
    const answer = await handle(event).catch((error: unknown) => {
      const { requestId } = event.requestContext;
      logger.error('A request failed', { error: error as Error, requestId });
      return unexpected(event);
    });
    return { ...answer, headers: { ...common, ...answer.headers } };
  };
}

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
