import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * The role of one integration, without any permission until one is granted.
 *
 * Its trust policy has no condition: API Gateway sets neither `aws:SourceAccount` nor `aws:SourceArn` when it assumes the
 * role of an integration, so a condition on them would refuse the API itself.
 * https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/pull/479
 */
export class IntegrationRole extends iam.Role {
  constructor(scope: Construct, id: string, description: string) {
    super(scope, id, { assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com'), description });
  }
}
