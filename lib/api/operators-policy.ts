import { CfnOutput } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { StageConfig } from '../stages/stage-config.ts';
import { OPERATIONS } from './operations/index.ts';
import { API_VERSION, type OrderApi } from './order-api.ts';
import { routePath } from './resource-policy.ts';

/** Properties for an `OperatorsPolicy`. */
export interface OperatorsPolicyProps {
  /** The stage the operators work in. */
  readonly stage: StageConfig;
  /** What they call. */
  readonly api: OrderApi;
}

/** What a role needs to be an operator's: the operators' routes, and no other. */
export class OperatorsPolicy extends Construct {
  constructor(scope: Construct, id: string, { stage, api }: OperatorsPolicyProps) {
    super(scope, id);
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      description: `Calls the operators' routes of the order API (${stage.name}).`,
      statements: [
        new iam.PolicyStatement({
          sid: 'CallOperatorRoutes',
          actions: ['execute-api:Invoke'],
          resources: OPERATIONS.filter(({ access }) => access.kind === 'operator').map((operation) =>
            api.restApi.arnForExecuteApi(operation.method, routePath(operation), API_VERSION),
          ),
        }),
      ],
    });
    new CfnOutput(this, 'Arn', {
      value: policy.managedPolicyArn,
      description: 'What to attach to the roles of operators.',
    }).overrideLogicalId('OperatorsPolicyArn');
  }
}
