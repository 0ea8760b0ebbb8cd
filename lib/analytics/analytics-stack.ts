import { CfnOutput, Duration } from 'aws-cdk-lib';
import type * as kinesis from 'aws-cdk-lib/aws-kinesis';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { transformRecordsEntry } from '../../lambda/analytics/order-event-row.ts';
import { transformShopEventsEntry } from '../../lambda/analytics/shop-event-row.ts';
import { type Binding, bind, binding } from '../platform/binding.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformFunction } from '../platform/platform-function.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { AnalyticsDataStack } from './analytics-data-stack.ts';
import { EventStream } from './event-stream.ts';
import { LakeDelivery } from './lake-delivery.ts';
import { LakeDeliveryAlarms } from './lake-delivery-alarms.ts';

/** Properties for an `AnalyticsStack`. */
export interface AnalyticsStackProps {
  /** The stage of the events. */
  readonly stage: StageConfig;
  /** The data lake. */
  readonly data: AnalyticsDataStack;
  /** The topic that is notified if events do not reach the lake. */
  readonly alarmTopic: sns.ITopic;
}

/** The streams of order events and of web shops' events, and their delivery to the data lake. */
export class AnalyticsStack extends CapabilityStack {
  /** The order events: each at least once, and in order per order. */
  public readonly stream: kinesis.Stream;
  /** The events of web shops. Their own stream keeps a burst of them from delaying order events. */
  public readonly shopEvents: kinesis.Stream;

  constructor(scope: Construct, id: string, props: AnalyticsStackProps) {
    const { stage } = props;
    super(scope, id, {
      stage,
      description: 'Streams of order events and shop events, and their delivery to the data lake.',
    });

    this.stream = new EventStream(this, 'OrderEvents', { stage });
    this.shopEvents = new EventStream(this, 'ShopEvents', { stage });
    this.#deliverOrderEvents(props);
    this.#deliverShopEvents(props);
    new CfnOutput(this, 'OrderStream', { value: this.stream.streamName, description: 'Stream of order events.' });
    new CfnOutput(this, 'ShopEventsStream', {
      value: this.shopEvents.streamName,
      description: 'Stream of shop events.',
    });
  }

  /** Puts order events on the stream. */
  public get putOrderEvents(): Binding<'ORDER_STREAM_NAME'> {
    return binding({ ORDER_STREAM_NAME: this.stream.streamName }, (publisher) =>
      this.stream.grant(publisher, 'kinesis:PutRecords'),
    );
  }

  #deliverOrderEvents({ stage, data, alarmTopic }: AnalyticsStackProps): void {
    const transformation = new PlatformFunction(this, 'TransformRecords', {
      stage,
      entry: bind(transformRecordsEntry, { bindings: [] }),
      description: 'Transforms order events into rows of the data lake.',
      timeout: Duration.minutes(1),
    });
    const { deliveryStream } = new LakeDelivery(this, 'LakeDelivery', {
      stage,
      events: 'order events',
      stream: this.stream,
      transformation,
      table: data.orderEvents,
      lake: data.lake,
      errorsPrefix: 'errors/',
    });
    new LakeDeliveryAlarms(this, 'LakeDeliveryAlarms', {
      event: 'order event',
      deliveryStream,
      transformation,
      malformedMetric: 'MalformedRecords',
      alarmTopic,
    });
  }

  #deliverShopEvents({ stage, data, alarmTopic }: AnalyticsStackProps): void {
    const transformation = new PlatformFunction(this, 'TransformShopEvents', {
      stage,
      entry: bind(transformShopEventsEntry, { bindings: [] }),
      description: 'Transforms shop events into rows of the data lake.',
      timeout: Duration.minutes(1),
    });
    const { deliveryStream } = new LakeDelivery(this, 'ShopEventsDelivery', {
      stage,
      events: 'shop events',
      stream: this.shopEvents,
      transformation,
      table: data.shopEvents,
      lake: data.lake,
      errorsPrefix: 'errors/shop_events/',
    });
    new LakeDeliveryAlarms(this, 'ShopEventsDeliveryAlarms', {
      event: 'shop event',
      deliveryStream,
      transformation,
      malformedMetric: 'MalformedShopEvents',
      alarmTopic,
    });
  }
}
