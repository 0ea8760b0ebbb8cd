import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { MessagingDataStack } from '../../lib/messaging/messaging-data-stack.ts';
import { MessagingStack } from '../../lib/messaging/messaging-stack.ts';
import { OrdersDataStack } from '../../lib/orders/orders-data-stack.ts';
import { binding } from '../../lib/platform/binding.ts';
import { prod } from '../../lib/stages/prod.ts';
import { testApp } from '../platform/test-app.ts';

const app = testApp();
const alarms = new Stack(app, 'alarms', { env: { account: prod.account, region: prod.region } });
const messaging = new MessagingStack(app, 'messaging', {
  stage: prod,
  orders: new OrdersDataStack(app, 'orders-data', { stage: prod }),
  data: new MessagingDataStack(app, 'messaging-data', { stage: prod }),
  putOrderEvents: binding({ ORDER_STREAM_NAME: 'order-events' }),
  alarmTopic: new sns.Topic(alarms, 'AlarmTopic'),
});
const template = Template.fromStack(messaging);

const queue = (name: string) => ({ 'Fn::GetAtt': [Match.stringLikeRegexp(name), 'Arn'] });

test('publishes order events in order, deduplicated by their own identity and not by their content', () => {
  template.hasResourceProperties('AWS::SNS::Topic', { FifoTopic: true, ContentBasedDeduplication: false });
});

test('gives the notifications queue the events that make a notice, as they were published', () => {
  template.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'sqs',
    Endpoint: queue('NotificationsQueue'),
    RawMessageDelivery: true,
    FilterPolicy: {
      eventType: ['OrderPlaced', 'OrderShipped', 'OrderRejected', 'OrderCancelled', 'OrderFailed', 'OrderRefunded'],
    },
  });
});

test('sets a message aside after three failed deliveries, in order', () => {
  template.hasResourceProperties('AWS::SQS::Queue', {
    FifoQueue: true,
    RedrivePolicy: { deadLetterTargetArn: queue('NotificationsDeadLetterQueue'), maxReceiveCount: 3 },
  });
});

test('keeps what the topic cannot deliver in another queue than what the consumer cannot process', () => {
  template.hasResourceProperties('AWS::SNS::Subscription', {
    RedrivePolicy: { deadLetterTargetArn: queue('NotificationsUndeliveredQueue') },
  });
});

test('raises an alarm, with its instructions, for the first message that is set aside', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('DeadLetter'), 'QueueName'] } }],
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    AlarmDescription: Match.stringLikeRegexp('docs/runbook.md#dead-letter-queues'),
  });
});

test('lets the topic send to the queue only over TLS, and nobody else', () => {
  template.hasResourceProperties('AWS::SQS::QueuePolicy', {
    Queues: [{ Ref: Match.stringLikeRegexp('NotificationsQueue') }],
    PolicyDocument: {
      Statement: [
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        Match.objectLike({
          Effect: 'Allow',
          Principal: { Service: 'sns.amazonaws.com' },
          Condition: { ArnEquals: { 'aws:SourceArn': { Ref: Match.stringLikeRegexp('OrderTopic') } } },
        }),
      ],
    },
  });
});

test('writes notices with a key and an end', () => {
  const data = Template.fromStack(new MessagingDataStack(testApp(), 'data', { stage: prod }));
  data.hasResourceProperties('AWS::DynamoDB::Table', {
    KeySchema: [
      { AttributeName: 'customerId', KeyType: 'HASH' },
      { AttributeName: 'noticeId', KeyType: 'RANGE' },
    ],
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  });
});
