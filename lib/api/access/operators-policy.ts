import { CfnOutput } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { StageConfig } from '../../stages/stage-config.ts';
import { API_VERSION, OPERATIONS } from '../operations/index.ts';
import { arnPath } from './method-arns.ts';

/** Properties for an `OperatorsPolicy`. */
export interface OperatorsPolicyProps {
  /** The stage that the operators work in. */
  readonly stage: StageConfig;
  /** The API that they call. */
  readonly restApi: apigateway.RestApi;
}

/** A managed policy for the roles of operators: it allows their routes and no other. */
export class OperatorsPolicy extends Construct {
  constructor(scope: Construct, id: string, { stage, restApi }: OperatorsPolicyProps) {
    super(scope, id);
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      description: `Calls the operators' routes of the order API (${stage.name}).`,
      statements: [
        new iam.PolicyStatement({
          sid: 'CallOperatorRoutes',
          actions: ['execute-api:Invoke'],
          resources: OPERATIONS.filter(({ access }) => access.kind === 'operator').map((operation) =>
            restApi.arnForExecuteApi(operation.method, arnPath(operation), API_VERSION),
          ),
        }),
      ],
    });
    new CfnOutput(this, 'Arn', {
      value: policy.managedPolicyArn,
      description: 'The policy to attach to the roles of operators.',
    }).overrideLogicalId('OperatorsPolicyArn');
  }
}
