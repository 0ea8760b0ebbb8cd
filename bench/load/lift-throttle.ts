import { APIGatewayClient, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import { API_VERSION } from '../../lib/api/operations/index.ts';
import { local } from '../../lib/stages/local.ts';

/** Highest limits that API Gateway accepts. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const MOST = { rateLimit: '10000', burstLimit: '5000' };

/** Raises the throttling limits of an API of a local platform, so that the test does not measure the stage's limits. */
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
