import { APIGatewayClient, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import { API_VERSION } from '../../lib/api/order-api.ts';
import { local } from '../../lib/stages/local.ts';

/** The most API Gateway takes. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const MOST = { rateLimit: '10000', burstLimit: '5000' };

/** Lets an API of a local platform be called as fast as it answers: the stage's own limits would be measured else. */
export async function liftThrottle(address: string): Promise<void> {
  const [, restApiId] = /\/restapis\/([^/]+)\//.exec(address) ?? [];
  await new APIGatewayClient({ region: local.region }).send(
    new UpdateStageCommand({
      restApiId,
      stageName: API_VERSION,
      patchOperations: Object.entries(MOST).map(([limit, value]) => ({
        op: 'replace',
        path: `/*/*/throttling/${limit}`,
        value,
      })),
    }),
  );
}
