import { Duration } from 'aws-cdk-lib';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { OrderStatus } from '../../lambda/orders/order.ts';
import { DeadLetterQueue } from '../platform/dead-letter-queue.ts';

/** Properties for `OrderChanges`. */
export interface OrderChangesProps {
  /** The table whose changes are read. */
  readonly orders: dynamodb.ITable;
  /** The function that reads them; it reports the record it could not handle. */
  readonly reader: lambda.Function;
  /** Who is told of records that are set aside. */
  readonly alarmTopic: sns.ITopic;
  /**
   * The statuses whose changes are read.
   *
   * @default - every change
   */
  readonly statuses?: readonly OrderStatus[];
}

/** Feeds the changes of orders to a function, in order, and sets aside what keeps failing. */
export class OrderChanges extends Construct {
  constructor(scope: Construct, id: string, props: OrderChangesProps) {
    super(scope, id);

    const deadLetterQueue = new DeadLetterQueue(this, 'DeadLetterQueue', {
      description: `A change of an order could not be read by ${props.reader.node.id} and was set aside.`,
      runbook: 'order-changes-set-aside',
      alarmTopic: props.alarmTopic,
    });
    props.reader.addEventSource(
      new DynamoEventSource(props.orders, {
        startingPosition: lambda.StartingPosition.TRIM_HORIZON,
        batchSize: 50,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(6),
        onFailure: new SqsDlq(deadLetterQueue),
        ...(props.statuses && { filters: [statusFilter(props.statuses)] }),
      }),
    );
  }
}

function statusFilter(statuses: readonly OrderStatus[]) {
  return lambda.FilterCriteria.filter({
    dynamodb: { NewImage: { status: { S: lambda.FilterRule.or(...statuses) } } },
  });
}
