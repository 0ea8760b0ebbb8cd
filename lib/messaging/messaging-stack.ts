import { CfnOutput } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { NOTICED_EVENTS, notifyCustomerEntry } from '../../lambda/messaging/notice.ts';
import { publishOrderEventsEntry } from '../../lambda/messaging/order-event.ts';
import { OrderChanges } from '../orders/order-changes.ts';
import type { OrdersDataStack } from '../orders/orders-data-stack.ts';
import { type Binding, bind } from '../platform/binding.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformFunction } from '../platform/platform-function.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { MessagingDataStack } from './messaging-data-stack.ts';
import { OrderTopic } from './order-topic.ts';
import { SubscriberQueue } from './subscriber-queue.ts';

/** Properties for a `MessagingStack`. */
export interface MessagingStackProps {
  /** The stage of the orders. */
  readonly stage: StageConfig;
  /** The orders whose changes are published. */
  readonly orders: OrdersDataStack;
  /** The notices to customers. */
  readonly data: MessagingDataStack;
  /** Puts order events on the stream to the data lake. */
  readonly putOrderEvents: Binding<'ORDER_STREAM_NAME'>;
  /** The topic that is notified of messages in a dead-letter queue. */
  readonly alarmTopic: sns.ITopic;
}

/** Publishes every change of an order to subscribers and the data lake, and notifies customers. */
export class MessagingStack extends CapabilityStack {
  /** The topic of order events, which other capabilities subscribe to. */
  public readonly orderTopic: OrderTopic;

  constructor(scope: Construct, id: string, props: MessagingStackProps) {
    const { stage, alarmTopic } = props;
    super(scope, id, { stage, description: 'Order events of the order platform, and notices to customers.' });

    this.orderTopic = new OrderTopic(this, 'OrderTopic');

    const publisher = new PlatformFunction(this, 'PublishOrderEvents', {
      stage,
      entry: bind(publishOrderEventsEntry, {
        bindings: [this.orderTopic.publishOrderEvents, props.putOrderEvents, props.orders.bindings.setAsideChanges],
      }),
      description: 'Publishes changes of orders to subscribers and to the data stream.',
    });
    const { mappingId } = new OrderChanges(this, 'OrdersToPublish', {
      data: props.orders,
      reader: publisher,
      alarmTopic,
    });

    const notifications = new SubscriberQueue(this, 'Notifications', {
      topic: this.orderTopic.topic,
      eventTypes: NOTICED_EVENTS,
      alarmTopic,
    });
    const notifier = new PlatformFunction(this, 'NotifyCustomer', {
      stage,
      entry: bind(notifyCustomerEntry, {
        bindings: [props.data.writeNotices],
        settings: { QUEUE_NAME: notifications.queue.queueName },
      }),
      description: 'Notifies customers of changes of their orders.',
    });
    notifications.addConsumer(notifier);

    const addresses = { OrderTopicArn: this.orderTopic.topic.topicArn, OrdersToPublishMapping: mappingId };
    for (const [output, value] of Object.entries(addresses)) new CfnOutput(this, output, { value });
    const logs = { PublisherLog: publisher, NotificationsLog: notifier };
    for (const [output, { logGroup }] of Object.entries(logs)) {
      new CfnOutput(this, output, { value: logGroup.logGroupName, description: 'Log group of the function.' });
    }
  }
}
