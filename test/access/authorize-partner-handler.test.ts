import type { APIGatewayRequestAuthorizerEvent, Context } from 'aws-lambda';
import { authorizePartnerEntry } from '../../lambda/access/partners.ts';
import { loggedLines } from '../platform/logged-lines.ts';

const EVENT = { headers: {}, requestContext: { requestId: 'of-api-gateway' }, methodArn: 'api/v1/GET/partner/orders' };

test('a refusal is logged with the request ids of API Gateway and of Lambda', async () => {
  for (const name of authorizePartnerEntry.settings) process.env[name] = '{}';
  process.env.PARTNER_KEY_SET_URL = 'https://127.0.0.1/jwks.json';
  const { handler } = await import('../../lambda/access/authorize-partner.handler.ts');

  const lines = await loggedLines('warn', () =>
    expect(
      handler(EVENT as unknown as APIGatewayRequestAuthorizerEvent, { awsRequestId: 'of-lambda' } as Context),
    ).rejects.toThrow('Unauthorized'),
  );
  expect(lines).toMatchObject([
    { message: 'A partner was refused', requestId: 'of-api-gateway', function_request_id: 'of-lambda' },
  ]);
});
