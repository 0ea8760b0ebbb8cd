import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

/** Actions with which Lambda connects a function to a VPC, using the function's role. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaVPCAccessExecutionRole.html */
const MANAGE = [
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];
const DESCRIBE = ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'];

/**
 * Grants Lambda the permissions to connect a function to its VPC, and denies them to the function's own code.
 *
 * Both use the function's role.
 */
export function grantVpcAccess(role: iam.Role): void {
  const stack = Stack.of(role);
  role.addToPolicy(
    new iam.PolicyStatement({
      sid: 'ManageNetworkInterfaces',
      actions: MANAGE,
      // The narrowest resource that Lambda accepts. https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
      resources: [stack.formatArn({ service: 'ec2', resource: '*', resourceName: '*' })],
    }),
  );
  role.addToPolicy(
    new iam.PolicyStatement({
      sid: 'DescribeNetworkInterfaces',
      actions: DESCRIBE,
      // These actions support no resource-level permissions. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
      resources: ['*'],
    }),
  );
  const anyFunction = stack.formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: '*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  role.addToPolicy(
    new iam.PolicyStatement({
      sid: 'KeepNetworkInterfacesFromTheCode',
      effect: iam.Effect.DENY,
      actions: [...MANAGE, ...DESCRIBE],
      resources: ['*'],
      conditions: { ArnLike: { 'lambda:SourceFunctionArn': anyFunction } },
    }),
  );
}
