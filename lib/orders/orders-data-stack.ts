import { CfnOutput, Duration } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { FORGOTTEN_AT } from '../../lambda/orders/approvals/approvals.ts';
import { CUSTOMERS_INDEX, DEADLINES_INDEX } from '../../lambda/orders/store/order-item.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformTable } from '../platform/platform-table.ts';
import { PrivateBucket } from '../platform/private-bucket.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** How long a record that nobody could read is kept: it holds a customer's order. */
export const SET_ASIDE_DAYS = 90;

/**
 * The attributes of an order that the index of customers holds besides the keys.
 *
 * CloudFormation refuses to change them: another list takes an index under another name, and two deployments.
 */
export const LISTED_ATTRIBUTES = ['status', 'total', 'currency', 'placedAt', 'changedAt'] as const;

/** Properties for an `OrdersDataStack`. */
export interface OrdersDataStackProps {
  /** The stage whose orders these are. */
  readonly stage: StageConfig;
}

/** The orders, what is known of each besides, and the articles they are of. */
export class OrdersDataStack extends CapabilityStack {
  /** The orders; every change of one appears on the table's stream. */
  public readonly orders: dynamodb.Table;
  /** How much of each article is available, reserved and shipped. */
  public readonly stock: dynamodb.Table;
  /** The articles and their prices. */
  public readonly products: dynamodb.Table;
  /** The requests that were accepted, until their keys expire. */
  public readonly idempotencyKeys: dynamodb.Table;
  /** The approvals that were asked for, with the tokens their workflows wait with: no stream may show them. */
  public readonly approvals: dynamodb.Table;
  /** The parcels of each order. */
  public readonly shipments: dynamodb.Table;

  /** The changes of orders that nobody could read, each as it was. */
  public readonly setAside: PrivateBucket;

  readonly #stage: StageConfig;

  constructor(scope: Construct, id: string, { stage }: OrdersDataStackProps) {
    super(scope, id, {
      stage,
      capability: 'orders',
      description: 'The orders of the order platform, its articles and their stock.',
      stateful: true,
    });
    this.#stage = stage;

    // At most two readers may follow the stream. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
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
      // The number is a ULID: it sorts by the time the order was placed.
      sortKey: { name: 'orderId', type: dynamodb.AttributeType.STRING },
      projectionType: dynamodb.ProjectionType.INCLUDE,
      nonKeyAttributes: [...LISTED_ATTRIBUTES],
    });
    this.stock = this.#table('Stock', 'sku');
    this.products = this.#table('Products', 'sku');
    this.idempotencyKeys = this.#table('IdempotencyKeys', 'idempotencyKey', { timeToLiveAttribute: 'expiresAt' });
    this.approvals = this.#table('Approvals', 'orderId', { timeToLiveAttribute: FORGOTTEN_AT });
    this.shipments = this.#table('Shipments', 'orderId');
    this.setAside = new PrivateBucket(this, 'SetAside', {
      stage,
      lifecycleRules: [{ id: 'forgotten', expiration: Duration.days(SET_ASIDE_DAYS) }],
    });
    new CfnOutput(this, 'SetAsideBucket', { value: this.setAside.bucketName });
  }

  /** Lets a function read single orders, and tells it where they are. */
  public grantRead(reader: lambda.Function): iam.Grant {
    this.#locate(reader);
    return this.orders.grant(reader, 'dynamodb:GetItem');
  }

  /** Lets a function list a customer's orders, and tells it where they are. */
  public grantList(reader: lambda.Function): iam.Grant {
    reader.addEnvironment('ORDERS_TABLE', this.orders.tableName);
    return iam.Grant.addToPrincipal({
      grantee: reader,
      actions: ['dynamodb:Query'],
      resourceArns: [`${this.orders.tableArn}/index/${CUSTOMERS_INDEX}`],
    });
  }

  /** Lets a function change orders but not their stock, and tells it where they are. */
  public grantMove(mover: lambda.Function): iam.Grant {
    this.#locate(mover);
    return this.orders.grant(mover, 'dynamodb:GetItem', 'dynamodb:PutItem');
  }

  /** Lets a function change orders, and the stock of their articles in the same transaction. */
  public grantChange(changer: lambda.Function): iam.Grant {
    return this.grantMove(changer).combine(this.stock.grant(changer, 'dynamodb:UpdateItem'));
  }

  /** Lets a function find the orders that should have moved on. */
  public grantFindOverdue(finder: lambda.Function): iam.Grant {
    this.#locate(finder);
    return this.orders.grant(finder, 'dynamodb:Query');
  }

  /** Lets a function accept orders, at the prices of the products, once for each idempotency key. */
  public grantAccept(acceptor: lambda.Function): iam.Grant {
    this.#locate(acceptor);
    acceptor.addEnvironment('PRODUCTS_TABLE', this.products.tableName);
    acceptor.addEnvironment('IDEMPOTENCY_KEYS_TABLE', this.idempotencyKeys.tableName);
    acceptor.addEnvironment('IDEMPOTENCY_KEY_DAYS', String(this.#stage.retention.idempotencyKeyDays));
    return this.orders
      .grant(acceptor, 'dynamodb:PutItem')
      .combine(this.products.grant(acceptor, 'dynamodb:BatchGetItem'))
      .combine(this.idempotencyKeys.grant(acceptor, 'dynamodb:GetItem', 'dynamodb:PutItem'));
  }

  /** Lets a function read single products, and tells it where they are. */
  public grantGetProduct(reader: lambda.Function): iam.Grant {
    return this.#grantOnProducts(reader, ['GetItem']);
  }

  /** Lets a function list products, and tells it where they are. */
  public grantListProducts(lister: lambda.Function): iam.Grant {
    return this.#grantOnProducts(lister, ['Scan']);
  }

  /** Lets a function sell articles, stocked if they never were, and tells it where they are. */
  public grantPutProduct(seller: lambda.Function): iam.Grant {
    return this.#grantOnProducts(seller, ['PutItem', 'UpdateItem'], ['PutItem']);
  }

  /** Lets a function change products, and tells it where they are. */
  public grantPatchProduct(changer: lambda.Function): iam.Grant {
    return this.#grantOnProducts(changer, ['GetItem', 'UpdateItem']);
  }

  /** Lets a function remove products of which none is reserved, and tells it where they are. */
  public grantDeleteProduct(remover: lambda.Function): iam.Grant {
    return this.#grantOnProducts(remover, ['DeleteItem'], ['GetItem', 'ConditionCheckItem']);
  }

  /** Lets a function ask for approvals and end them, and tells it where they are. */
  public grantApprove(approver: lambda.Function): iam.Grant {
    approver.addEnvironment('APPROVALS_TABLE', this.approvals.tableName);
    return this.approvals.grant(approver, 'dynamodb:GetItem', 'dynamodb:UpdateItem');
  }

  /** Lets a function list approvals, and tells it where they are. */
  public grantListApprovals(lister: lambda.Function): iam.Grant {
    lister.addEnvironment('APPROVALS_TABLE', this.approvals.tableName);
    return this.approvals.grant(lister, 'dynamodb:Scan');
  }

  /** Lets a function make and cancel parcels, and tells it where they are. */
  public grantShip(shipper: lambda.Function): iam.Grant {
    shipper.addEnvironment('SHIPMENTS_TABLE', this.shipments.tableName);
    return this.shipments.grant(shipper, 'dynamodb:UpdateItem');
  }

  #grantOnProducts(user: lambda.Function, onProducts: string[], onStock: string[] = []): iam.Grant {
    user.addEnvironment('PRODUCTS_TABLE', this.products.tableName);
    user.addEnvironment('STOCK_TABLE', this.stock.tableName);
    const actions = (names: string[]) => names.map((name) => `dynamodb:${name}`);
    const grant = this.products.grant(user, ...actions(onProducts));
    return onStock.length === 0 ? grant : grant.combine(this.stock.grant(user, ...actions(onStock)));
  }

  #locate(reader: lambda.Function): void {
    reader.addEnvironment('ORDERS_TABLE', this.orders.tableName);
    reader.addEnvironment('STOCK_TABLE', this.stock.tableName);
    reader.addEnvironment('APPROVAL_SECONDS', String(this.#stage.approval.timeoutMinutes * 60));
  }

  /** A table with its name as an output of the stack. */
  #table(id: string, key: string, more: Partial<dynamodb.TableProps> = {}): PlatformTable {
    const partitionKey = { name: key, type: dynamodb.AttributeType.STRING };
    const table = new PlatformTable(this, id, { stage: this.#stage, ...more, partitionKey });
    new CfnOutput(this, `${id}Table`, { value: table.tableName });
    return table;
  }
}
