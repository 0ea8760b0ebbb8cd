import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { setting } from '../../platform/settings.ts';
import { problem } from './problem.ts';
import { corsHeaders, SECURITY_HEADERS } from './response-headers.ts';

const logger = new Logger();

/** What a route makes of a request. */
export type Route = (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>;

/**
 * A handler of one route: every answer carries the headers all answers have, unless the route has it otherwise.
 *
 * Whatever goes wrong in it is logged here, and no part of it reaches the client.
 */
export function route(handle: Route) {
  return answering(handle, ({ requestContext: { requestId } }) =>
    problem(500, `Nothing is known to be wrong with the request. Try again, or report request ${requestId}.`),
  );
}

/**
 * A handler of one route whose answers the stage may keep: what goes wrong in it is no answer, or everyone would be given
 * it until it expires. The gateway says 502 for it.
 */
export function cachedRoute(handle: Route) {
  return answering(handle, () => {
    throw new Error('the request could not be answered');
  });
}

function answering(handle: Route, unexpected: (event: APIGatewayProxyEvent) => APIGatewayProxyResult) {
  const common = { ...SECURITY_HEADERS, ...corsHeaders(setting('ALLOWED_ORIGIN')) };
  return async (event: APIGatewayProxyEvent, context: Context): Promise<APIGatewayProxyResult> => {
    logger.addContext(context);
    const answer = await handle(event).catch((error: unknown) => {
      const { requestId } = event.requestContext;
      logger.error('A request could not be answered', { error: error as Error, requestId });
      return unexpected(event);
    });
    return { ...answer, headers: { ...common, ...answer.headers } };
  };
}

/** An answer with a JSON body. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): APIGatewayProxyResult {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** The header that says where something is: a path below the version the request was sent to. */
export function located(event: APIGatewayProxyEvent, path: `/${string}`): { location: string } {
  return { location: `/${event.requestContext.stage}${path}` };
}
