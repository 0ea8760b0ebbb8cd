import { CfnOutput } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import type { UsagePlanConfig } from '../../stages/api-config.ts';

/** Properties for a `KeyedPlan`. */
export interface KeyedPlanProps {
  /** The API that the keys are for. */
  readonly restApi: apigateway.RestApi;
  /** What the plan is called. */
  readonly name: string;
  /** Whom the keys are for. */
  readonly description: string;
  /** What a key is good for, and which there are already. */
  readonly config: UsagePlanConfig;
}

/**
 * A usage plan, with a key that is made here and those that the stage imports.
 *
 * A key says whose quota a request counts against; who is allowed what, it does not say.
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
    const output = new CfnOutput(this, 'KeyId', { value: key.keyId, description: `${description} A key, by its id.` });
    output.overrideLogicalId(`${id}KeyId`);
  }
}
