import type { APIGatewayAuthorizerResult } from 'aws-lambda';
import type { PartnerAuthorization } from './authorize-partner.ts';

/**
 * What a partner may do, as API Gateway reads it.
 *
 * The answer is kept for the token, whatever it is sent to next: it names everything the partner may call, of the API
 * and stage that were called, and nothing of what was called this time.
 *
 * @throws Error `Unauthorized`, the one message that API Gateway answers with 401, where the token is refused.
 *   https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export function authorizerResponse(authorization: PartnerAuthorization, methodArn: string): APIGatewayAuthorizerResult {
  if (authorization.kind === 'REFUSED') throw new Error('Unauthorized');
  const { kind, partnerId } = authorization;
  const [api, stage] = methodArn.split('/');
  const routes = kind === 'ALLOWED' ? authorization.routes : ['*'];
  return {
    principalId: `partner-${partnerId}`,
    context: { partnerId },
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: kind === 'ALLOWED' ? 'Allow' : 'Deny',
          Action: 'execute-api:Invoke',
          Resource: routes.map((route) => `${api}/${stage}/${route}`),
        },
      ],
    },
  };
}
