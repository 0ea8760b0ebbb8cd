import { CfnOutput } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { NOTICED_EVENTS } from '../../lambda/messaging/notice.ts';
import { OrderChanges } from '../orders/order-changes.ts';
import type { OrdersDataStack } from '../orders/orders-data-stack.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformFunction } from '../platform/platform-function.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { MessagingDataStack } from './messaging-data-stack.ts';
import { OrderTopic } from './order-topic.ts';
import { consume } from './queue-consumer.ts';
import { SubscriberQueue } from './subscriber-queue.ts';

/** Something that order events are put on. */
export interface OrderEventStream {
  /** Lets a function put order events on the stream, and tells it where. */
  grantPut(publisher: lambda.Function): iam.Grant;
}

/** Properties for a `MessagingStack`. */
export interface MessagingStackProps {
  /** The stage whose orders are told of. */
  readonly stage: StageConfig;
  /** The orders whose changes are published. */
  readonly orders: OrdersDataStack;
  /** The customers' inboxes. */
  readonly data: MessagingDataStack;
  /** The stream to the lake. */
  readonly stream: OrderEventStream;
  /** Who is told of messages that are set aside. */
  readonly alarmTopic: sns.ITopic;
}

/** Tells subscribers, customers and the lake of every change of an order. */
export class MessagingStack extends CapabilityStack {
  /** Where other capabilities subscribe to order events. */
  public readonly orderTopic: OrderTopic;

  constructor(scope: Construct, id: string, props: MessagingStackProps) {
    const { stage, alarmTopic } = props;
    super(scope, id, { stage, description: 'The order events of the order platform, and the notices to customers.' });

    this.orderTopic = new OrderTopic(this, 'OrderTopic');

    const publisher = new PlatformFunction(this, 'PublishOrderEvents', {
      stage,
      entry: 'messaging/publish-order-events',
      description: 'Publishes the changes of orders to subscribers and to the data stream.',
    });
    this.orderTopic.grantPublish(publisher);
    props.stream.grantPut(publisher);
    new OrderChanges(this, 'OrdersToPublish', { data: props.orders, reader: publisher, alarmTopic });

    const notifications = new SubscriberQueue(this, 'Notifications', {
      topic: this.orderTopic.topic,
      eventTypes: NOTICED_EVENTS,
      alarmTopic,
    });
    const notifier = new PlatformFunction(this, 'NotifyCustomer', {
      stage,
      entry: 'messaging/notify-customer',
      description: 'Tells customers what became of their orders.',
    });
    props.data.grantNotify(notifier);
    consume(notifier, notifications);

    const logs = { PublisherLog: publisher, NotificationsLog: notifier };
    for (const [output, { logGroup }] of Object.entries(logs)) {
      new CfnOutput(this, output, { value: logGroup.logGroupName, description: 'Where its order events are logged.' });
    }
  }
}
