import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { problem } from './problem.ts';

const logger = new Logger();

/** A handler of one route: whatever goes wrong in it is logged here, and no part of it reaches the client. */
export function route(handle: (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>) {
  return async (event: APIGatewayProxyEvent, context: Context): Promise<APIGatewayProxyResult> => {
    logger.addContext(context);
    try {
      return await handle(event);
    } catch (error) {
      logger.error('A request could not be answered', {
        error: error as Error,
        requestId: event.requestContext.requestId,
      });
      return problem(
        500,
        `Nothing is known to be wrong with the request. Try again, or report request ${event.requestContext.requestId}.`,
      );
    }
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
