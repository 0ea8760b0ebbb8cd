import { Logger } from '@aws-lambda-powertools/logger';
import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent, Context } from 'aws-lambda';
import * as z from 'zod';
import { documentClient } from '../platform/document-client.ts';
import { settingsOf } from '../platform/settings.ts';
import { authorizePartner } from './authorize-partner.ts';
import { authorizerResponse } from './authorizer-response.ts';
import { DynamoPartners, DynamoRevocations } from './dynamo-partners.ts';
import { partnerKeySet } from './partner-key-set.ts';
import { authorizePartnerEntry } from './partners.ts';

const logger = new Logger();
const settings = settingsOf(authorizePartnerEntry);
const client = documentClient();
const ports = {
  keyOf: partnerKeySet(settings, () => new SecretsProvider()),
  issuer: settings.PARTNER_ISSUER,
  audience: settings.PARTNER_AUDIENCE,
  partners: new DynamoPartners(client, settings.PARTNERS_TABLE),
  revocations: new DynamoRevocations(client, settings.REVOKED_PARTNER_TOKENS_TABLE),
  routes: z.record(z.string(), z.string()).parse(JSON.parse(settings.PARTNER_ROUTES)),
  now: () => new Date(),
};

export const handler = async (
  event: APIGatewayRequestAuthorizerEvent,
  context: Context,
): Promise<APIGatewayAuthorizerResult> => {
  logger.addContext(context);
  const { requestId } = event.requestContext;
  const authorization = await authorizePartner(ports, header(event, 'authorization')).catch((error: Error) => {
    logger.error('A partner could not be authorized', { error, requestId });
    // API Gateway responds with AUTHORIZER_FAILURE, regardless of the message.
    throw new Error('the partner could not be authorized');
  });
  if (authorization.kind !== 'ALLOWED') logger.warn('A partner was refused', { ...authorization, requestId });
  return authorizerResponse(authorization, event.methodArn);
};

/** Returns a header by its lower-case name: API Gateway passes names as the client sent them. */
function header({ headers }: APIGatewayRequestAuthorizerEvent, name: string): string | undefined {
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}
