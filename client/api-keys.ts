import { APIGatewayClient, GetApiKeyCommand } from '@aws-sdk/client-api-gateway';
import type { StageConfig } from '../lib/stages/stage-config.ts';
import type { StackOutputs } from './stack-outputs.ts';

/**
 * The API key of a web shop or a partner of a deployed stage.
 *
 * @throws Error if the credentials of this shell may not read it
 */
export async function apiKeyOf(
  stage: StageConfig,
  outputs: StackOutputs,
  output: 'WebShopKeyId' | 'PartnerKeyId',
): Promise<string> {
  const apiKey = outputs.get(output);
  const client = new APIGatewayClient({ region: stage.region });
  const { value } = await client.send(new GetApiKeyCommand({ apiKey, includeValue: true })).catch((error: Error) => {
    throw new Error(`API key ${apiKey} cannot be read (permission apigateway:GET on /apikeys): ${error.message}`);
  });
  if (!value) throw new Error(`API key ${apiKey} has no value`);
  return value;
}
