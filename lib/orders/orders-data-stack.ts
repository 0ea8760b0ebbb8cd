import { CfnOutput, Duration } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { FORGOTTEN_AT } from '../../lambda/orders/approvals/approvals.ts';
import { DECISION_EXPIRES_AT } from '../../lambda/orders/decisions/decision-record.ts';
import { CUSTOMERS_INDEX, DEADLINES_INDEX } from '../../lambda/orders/store/order-item.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformTable } from '../platform/platform-table.ts';
import { PrivateBucket } from '../platform/private-bucket.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { appendOnly } from './append-only.ts';
import { type OrdersBindings, ordersBindings } from './orders-bindings.ts';

/** The retention of a record that could not be processed, in days: it contains a customer's order. */
export const SET_ASIDE_DAYS = 90;

/**
 * The attributes of an order that the index of customers holds besides the keys.
 *
 * CloudFormation refuses to change them: another list needs a new index under another name, and two deployments.
 */
export const LISTED_ATTRIBUTES = ['status', 'total', 'currency', 'placedAt', 'changedAt'] as const;

/** Properties for an `OrdersDataStack`. */
export interface OrdersDataStackProps {
  /** The stage whose orders these are. */
  readonly stage: StageConfig;
}

/** The tables of orders, approvals, decisions, parcels, idempotency keys, products and stock. */
export class OrdersDataStack extends CapabilityStack {
  /** The orders; the table's stream has every change. */
  public readonly orders: dynamodb.Table;
  /** The quantities of each article that are available, reserved and shipped. */
  public readonly stock: dynamodb.Table;
  /** The articles and their prices. */
  public readonly products: dynamodb.Table;
  /** The accepted requests, until their idempotency keys expire. */
  public readonly idempotencyKeys: dynamodb.Table;
  /** The approvals with the task tokens of their workflows, which must not appear on a stream. */
  public readonly approvals: dynamodb.Table;
  /** The operators' decisions, each recorded for good. */
  public readonly decisions: dynamodb.Table;
  /** The parcels of each order. */
  public readonly shipments: dynamodb.Table;

  /** The stream records of orders that could not be processed, unchanged. */
  public readonly setAside: PrivateBucket;

  /** Bindings of functions to the tables. */
  public readonly bindings: OrdersBindings;

  readonly #stage: StageConfig;

  constructor(scope: Construct, id: string, { stage }: OrdersDataStackProps) {
    super(scope, id, {
      stage,
      capability: 'orders',
      description: 'The orders of the order platform, its articles and their stock.',
      stateful: true,
    });
    this.#stage = stage;

    // A stream supports at most two readers. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
    this.orders = this.#table('Orders', 'orderId', { stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES });
    this.orders.addGlobalSecondaryIndex({
      indexName: DEADLINES_INDEX,
      partitionKey: { name: 'deadlineShard', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'deadline', type: dynamodb.AttributeType.STRING },
      projectionType: dynamodb.ProjectionType.KEYS_ONLY,
    });
    this.orders.addGlobalSecondaryIndex({
      indexName: CUSTOMERS_INDEX,
      partitionKey: { name: 'customerId', type: dynamodb.AttributeType.STRING },
      // The id is a ULID: it sorts by the time the order was placed.
      sortKey: { name: 'orderId', type: dynamodb.AttributeType.STRING },
      projectionType: dynamodb.ProjectionType.INCLUDE,
      nonKeyAttributes: [...LISTED_ATTRIBUTES],
    });
    this.stock = this.#table('Stock', 'sku');
    this.products = this.#table('Products', 'sku');
    this.idempotencyKeys = this.#table('IdempotencyKeys', 'idempotencyKey', { timeToLiveAttribute: 'expiresAt' });
    this.approvals = this.#table('Approvals', 'orderId', { timeToLiveAttribute: FORGOTTEN_AT });
    this.shipments = this.#table('Shipments', 'orderId');
    this.decisions = this.#table('Decisions', 'subject', {
      sortKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      timeToLiveAttribute: DECISION_EXPIRES_AT,
      resourcePolicy: appendOnly(),
    });
    this.setAside = new PrivateBucket(this, 'SetAside', {
      stage,
      lifecycleRules: [{ id: 'forgotten', expiration: Duration.days(SET_ASIDE_DAYS) }],
    });
    new CfnOutput(this, 'SetAsideBucket', { value: this.setAside.bucketName });
    this.bindings = ordersBindings(this, this.setAside, stage);
  }

  /** A table with its name as an output of the stack. */
  #table(id: string, key: string, more: Partial<dynamodb.TableProps> = {}): PlatformTable {
    const partitionKey = { name: key, type: dynamodb.AttributeType.STRING };
    const table = new PlatformTable(this, id, { stage: this.#stage, ...more, partitionKey });
    new CfnOutput(this, `${id}Table`, { value: table.tableName });
    return table;
  }
}
