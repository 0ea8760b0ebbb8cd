import { CfnOutput } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import type { UsagePlanConfig } from '../../stages/api-config.ts';

/** Properties for a `KeyedPlan`. */
export interface KeyedPlanProps {
  /** The API of the plan. */
  readonly restApi: apigateway.RestApi;
  /** The name of the plan. */
  readonly name: string;
  /** The callers of the plan and what they call. */
  readonly description: string;
  /** The limits of the plan, and the existing keys to add to it. */
  readonly config: UsagePlanConfig;
}

/**
 * A usage plan with a new key and the keys that the stage imports.
 *
 * A key decides the quota that a request counts against; it authorizes nothing.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 */
export class KeyedPlan extends Construct {
  constructor(scope: Construct, id: string, { restApi, name, description, config }: KeyedPlanProps) {
    super(scope, id);
    const plan = new apigateway.UsagePlan(this, 'Plan', {
      name,
      description,
      throttle: { rateLimit: config.requestsPerSecond, burstLimit: config.burst },
      quota: { limit: config.quota.requests, period: config.quota.period as apigateway.Period },
      apiStages: [{ api: restApi, stage: restApi.deploymentStage }],
    });
    const key = new apigateway.ApiKey(this, 'Key', { description });
    plan.addApiKey(key);

    const imported = new Construct(this, 'Imported');
    for (const keyId of config.importedKeyIds) {
      plan.addApiKey(apigateway.ApiKey.fromApiKeyId(imported, keyId, keyId));
    }
    const output = new CfnOutput(this, 'KeyId', {
      value: key.keyId,
      description: `${description} The id of an API key.`,
    });
    output.overrideLogicalId(`${id}KeyId`);
  }
}
