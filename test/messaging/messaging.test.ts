import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { MessagingDataStack } from '../../lib/messaging/messaging-data-stack.ts';
import { MessagingStack } from '../../lib/messaging/messaging-stack.ts';
import { OrdersDataStack } from '../../lib/orders/orders-data-stack.ts';
import { binding } from '../../lib/platform/binding.ts';
import { prod } from '../../lib/stages/prod.ts';
import { templateApp } from '../../lib/template-app.ts';

const app = templateApp();
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

test('the topic keeps events in order and deduplicates them by their ids, not by their content', () => {
  template.hasResourceProperties('AWS::SNS::Topic', { FifoTopic: true, ContentBasedDeduplication: false });
});

test('the topic and its queues have high throughput, which needs all three settings', () => {
  template.hasResourceProperties('AWS::SNS::Topic', { FifoThroughputScope: 'MessageGroup' });
  template.hasResourceProperties('AWS::SQS::Queue', {
    RedrivePolicy: Match.anyValue(),
    DeduplicationScope: 'messageGroup',
    FifoThroughputLimit: 'perMessageGroupId',
  });
});

test('a batch has one message, so that later ones of its order are not received with each attempt', () => {
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: queue('NotificationsQueue'),
    BatchSize: 1,
  });
});

test('the notifications queue receives the events that cause a notice, without an envelope', () => {
  template.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'sqs',
    Endpoint: queue('NotificationsQueue'),
    RawMessageDelivery: true,
    FilterPolicy: {
      eventType: ['OrderPlaced', 'OrderShipped', 'OrderRejected', 'OrderCancelled', 'OrderFailed', 'OrderRefunded'],
    },
  });
});

test('a message is moved to the dead-letter queue after five failed deliveries', () => {
  template.hasResourceProperties('AWS::SQS::Queue', {
    FifoQueue: true,
    RedrivePolicy: { deadLetterTargetArn: queue('NotificationsDeadLetterQueue'), maxReceiveCount: 5 },
  });
});

test('messages that the topic cannot deliver go to another queue than those that the consumer cannot process', () => {
  template.hasResourceProperties('AWS::SNS::Subscription', {
    RedrivePolicy: { deadLetterTargetArn: queue('NotificationsUndeliveredQueue') },
  });
});

test('the first message in a dead-letter queue raises an alarm that links to the runbook', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('DeadLetter'), 'QueueName'] } }],
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    AlarmDescription: Match.stringLikeRegexp('docs/runbook.md#dead-letter-queues'),
  });
});

test('only the topic may send to the queue, and only over TLS', () => {
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

test('the stack outputs the addresses that commands of operators read', () => {
  const logGroup = (name: string) => ({ Ref: Match.stringLikeRegexp(name) });
  template.hasOutput('OrderTopicArn', { Value: { Ref: Match.stringLikeRegexp('^OrderTopic') } });
  template.hasOutput('OrdersToPublishMapping', {
    Value: { Ref: Match.stringLikeRegexp('^PublishOrderEventsDynamoDBEventSource') },
  });
  template.hasOutput('PublisherLog', { Value: logGroup('PublishOrderEvents') });
  template.hasOutput('NotificationsLog', { Value: logGroup('NotifyCustomer') });
});

test('notices are keyed by customer and expire', () => {
  const data = Template.fromStack(new MessagingDataStack(templateApp(), 'data', { stage: prod }));
  data.hasResourceProperties('AWS::DynamoDB::Table', {
    KeySchema: [
      { AttributeName: 'customerId', KeyType: 'HASH' },
      { AttributeName: 'noticeId', KeyType: 'RANGE' },
    ],
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  });
});
