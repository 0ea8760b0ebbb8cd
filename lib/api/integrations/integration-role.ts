import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * What API Gateway may do in the name of one integration; nothing before it is granted.
 *
 * Whoever may pass the role to an API of theirs could use it: API Gateway says neither `aws:SourceAccount` nor
 * `aws:SourceArn` when it takes an integration's role, so a condition on them would refuse the API itself.
 * https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/pull/479
 */
export class IntegrationRole extends iam.Role {
  constructor(scope: Construct, id: string, description: string) {
    super(scope, id, { assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com'), description });
  }
}
