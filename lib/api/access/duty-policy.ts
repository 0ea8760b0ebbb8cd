import { CfnOutput } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { StageConfig } from '../../stages/stage-config.ts';
import { API_VERSION, OPERATIONS } from '../operations/index.ts';
import type { Duty } from '../operations/operation.ts';
import { arnPath } from './method-arns.ts';

/** Properties for a `DutyPolicy`. */
export interface DutyPolicyProps {
  /** The stage that the operators work in. */
  readonly stage: StageConfig;
  /** The API that they call. */
  readonly restApi: apigateway.RestApi;
  /** The duty of the operators. */
  readonly duty: Duty;
}

/** A managed policy for the roles of operators with one duty: it allows the routes of the duty and no other. */
export class DutyPolicy extends Construct {
  constructor(scope: Construct, id: string, { stage, restApi, duty }: DutyPolicyProps) {
    super(scope, id);
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      description: `Calls the routes of operators with the duty ${duty} in the order API (${stage.name}).`,
      statements: [
        new iam.PolicyStatement({
          sid: 'CallRoutesOfDuty',
          actions: ['execute-api:Invoke'],
          resources: OPERATIONS.filter(({ access }) => access.kind === 'operator' && access.duty === duty).map(
            (operation) => restApi.arnForExecuteApi(operation.method, arnPath(operation), API_VERSION),
          ),
        }),
      ],
    });
    new CfnOutput(this, 'Arn', {
      value: policy.managedPolicyArn,
      description: `The policy to attach to the roles of operators with the duty ${duty}.`,
    }).overrideLogicalId(`${id}Arn`);
  }
}
