import { CfnOutput } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformTable } from '../platform/platform-table.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for an `OrdersDataStack`. */
export interface OrdersDataStackProps {
  /** The stage whose orders these are. */
  readonly stage: StageConfig;
}

const STRING = dynamodb.AttributeType.STRING;

/** The orders, the articles they are of, and the keys that keep a request from becoming two orders. */
export class OrdersDataStack extends CapabilityStack {
  /** The orders; every change of one appears on the table's stream. */
  public readonly orders: dynamodb.Table;
  /** How much of each article is available, reserved and shipped. */
  public readonly stock: dynamodb.Table;
  /** The articles and their prices. */
  public readonly products: dynamodb.Table;
  /** The requests that were accepted, until their keys expire. */
  public readonly idempotencyKeys: dynamodb.Table;

  readonly #stage: StageConfig;

  constructor(scope: Construct, id: string, { stage }: OrdersDataStackProps) {
    super(scope, id, {
      stage,
      capability: 'orders',
      description: 'The orders of the order platform, its articles and their stock.',
      stateful: true,
    });
    this.#stage = stage;

    this.orders = new PlatformTable(this, 'Orders', {
      stage,
      partitionKey: { name: 'orderId', type: STRING },
      // At most two readers may follow it. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
      stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
    });
    this.stock = new PlatformTable(this, 'Stock', { stage, partitionKey: { name: 'sku', type: STRING } });
    this.products = new PlatformTable(this, 'Products', { stage, partitionKey: { name: 'sku', type: STRING } });
    this.idempotencyKeys = new PlatformTable(this, 'IdempotencyKeys', {
      stage,
      partitionKey: { name: 'idempotencyKey', type: STRING },
      timeToLiveAttribute: 'expiresAt',
    });
    new CfnOutput(this, 'OrdersTable', { value: this.orders.tableName, description: 'The orders.' });
    new CfnOutput(this, 'ProductsTable', { value: this.products.tableName, description: 'The articles on sale.' });
    new CfnOutput(this, 'StockTable', { value: this.stock.tableName, description: 'The stock of each article.' });
  }

  /** Lets a function read single orders, and tells it where they are. */
  public grantRead(reader: lambda.Function): iam.Grant {
    this.#locate(reader);
    return this.orders.grant(reader, 'dynamodb:GetItem');
  }

  /** Lets a function change orders, and the stock of their articles in the same transaction. */
  public grantChange(changer: lambda.Function): iam.Grant {
    this.#locate(changer);
    return this.orders
      .grant(changer, 'dynamodb:GetItem', 'dynamodb:PutItem')
      .combine(this.stock.grant(changer, 'dynamodb:UpdateItem'));
  }

  /** Lets a function ask orders back, and tells it where they are. */
  public grantRequestRefund(requester: lambda.Function): iam.Grant {
    this.#locate(requester);
    return this.orders.grant(requester, 'dynamodb:GetItem', 'dynamodb:PutItem');
  }

  /** Lets a function accept orders, at the prices of the products, once for each idempotency key. */
  public grantAccept(acceptor: lambda.Function): iam.Grant {
    acceptor.addEnvironment('ORDERS_TABLE', this.orders.tableName);
    acceptor.addEnvironment('PRODUCTS_TABLE', this.products.tableName);
    acceptor.addEnvironment('IDEMPOTENCY_KEYS_TABLE', this.idempotencyKeys.tableName);
    acceptor.addEnvironment('IDEMPOTENCY_KEY_DAYS', String(this.#stage.retention.idempotencyKeyDays));
    return this.orders
      .grant(acceptor, 'dynamodb:PutItem')
      .combine(this.products.grant(acceptor, 'dynamodb:BatchGetItem'))
      .combine(this.idempotencyKeys.grant(acceptor, 'dynamodb:GetItem', 'dynamodb:PutItem'));
  }

  #locate(reader: lambda.Function): void {
    reader.addEnvironment('ORDERS_TABLE', this.orders.tableName);
    reader.addEnvironment('STOCK_TABLE', this.stock.tableName);
  }
}
