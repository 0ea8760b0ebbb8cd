import type { APIGatewayAuthorizerResult } from 'aws-lambda';
import type { PartnerAuthorization } from './authorize-partner.ts';

/**
 * Returns the response of a Lambda authorizer for a partner.
 *
 * API Gateway caches the response per token and uses it for other methods too. It therefore lists every method that the
 * partner may call in the API and stage, and does not depend on the called method.
 *
 * @throws Error `Unauthorized` if the token is refused: API Gateway responds with 401 to this message only.
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
