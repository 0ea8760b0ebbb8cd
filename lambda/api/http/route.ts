import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { Settings } from '../../platform/settings.ts';
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
export function route(settings: Settings<'ALLOWED_ORIGIN'>, handle: Route) {
  return answering(settings, handle, ({ requestContext: { requestId } }) =>
    problem(500, `An unexpected error occurred. Try again, or report the request id ${requestId}.`),
  );
}

/**
 * A handler of one route whose responses the stage may cache; throws on an unexpected error.
 *
 * API Gateway then responds 502 and caches nothing. A response with status 500 would be cached for every caller.
 */
export function cachedRoute(settings: Settings<'ALLOWED_ORIGIN'>, handle: Route) {
  return answering(settings, handle, () => {
    throw new Error('the request failed');
  });
}

function answering(
  { ALLOWED_ORIGIN }: Settings<'ALLOWED_ORIGIN'>,
  handle: Route,
  unexpected: (event: APIGatewayProxyEvent) => APIGatewayProxyResult,
) {
  const common = { ...SECURITY_HEADERS, ...corsHeaders(ALLOWED_ORIGIN) };
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
