import { Match } from 'aws-cdk-lib/assertions';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { networkOf, propertiesOf, type Reference, target } from './network-template.ts';

const devTemplate = networkOf(dev).template;
const prodTemplate = networkOf(prod).template;

test('accepted and rejected traffic of the whole VPC is logged', () => {
  const logs = propertiesOf<Record<string, Reference>>(devTemplate, 'AWS::EC2::FlowLog');
  expect(logs).toEqual([
    expect.objectContaining({ ResourceType: 'VPC', TrafficType: 'ALL', LogDestinationType: 'cloud-watch-logs' }),
  ]);
  for (const { ResourceId, LogGroupName, DeliverLogsPermissionArn } of logs as Record<string, Reference>[]) {
    const targets = [ResourceId, LogGroupName, DeliverLogsPermissionArn].map((each) => target(each as Reference));
    expect(targets).toEqual(['Vpc', 'FlowLogsLogGroup', 'FlowLogsRole']);
  }
});

test('retains the log for the time that the stage sets, and after its stack if the stage retains data', () => {
  prodTemplate.hasResource('AWS::Logs::LogGroup', { Properties: { RetentionInDays: 90 }, DeletionPolicy: 'Retain' });
  devTemplate.hasResource('AWS::Logs::LogGroup', { Properties: { RetentionInDays: 7 }, DeletionPolicy: 'Delete' });
});

test('only the flow log service may assume the role, for flow logs of this account and region', () => {
  prodTemplate.hasResourceProperties('AWS::IAM::Role', {
    Description: "Writes the flow logs of the prod stage's VPC to their log group.",
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Action: 'sts:AssumeRole',
          Effect: 'Allow',
          Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
          Condition: {
            StringEquals: { 'aws:SourceAccount': '111122223333' },
            ArnLike: { 'aws:SourceArn': 'arn:aws:ec2:eu-central-1:111122223333:vpc-flow-log/*' },
          },
        },
      ],
    },
  });
});

test('the role may write to its log group, and nothing else', () => {
  prodTemplate.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^FlowLogsLogGroup'), 'Arn'] },
        },
      ],
    },
    Roles: [{ Ref: Match.stringLikeRegexp('^FlowLogsRole') }],
  });
});
