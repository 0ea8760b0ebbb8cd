import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { CUSTOMERS_INDEX } from '../../lambda/orders/store/order-item.ts';
import { binding } from '../platform/binding.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** The tables of `OrdersDataStack`. */
export type OrdersTables = Readonly<
  Record<'orders' | 'stock' | 'products' | 'idempotencyKeys' | 'approvals' | 'shipments' | 'decisions', dynamodb.Table>
>;

/** Bindings of functions to the tables of `OrdersDataStack`, one per use. */
export type OrdersBindings = ReturnType<typeof ordersBindings>;

/** The bindings of functions to the tables, and to the bucket of records that cannot be processed. */
export function ordersBindings(tables: OrdersTables, setAside: s3.IBucket, stage: StageConfig) {
  const { orders, stock, products, idempotencyKeys, approvals, shipments } = tables;
  const approval = { APPROVAL_SECONDS: String(stage.approval.timeoutMinutes * 60) };
  const orderStore = { ORDERS_TABLE: orders.tableName, STOCK_TABLE: stock.tableName, ...approval };
  const moveOrders = binding(orderStore, (mover) => orders.grant(mover, 'dynamodb:GetItem', 'dynamodb:PutItem'));

  return {
    /** Reads single orders. */
    readOrders: binding(orderStore, (reader) => orders.grant(reader, 'dynamodb:GetItem')),
    /** Lists the orders of a customer. */
    listOrders: binding({ ORDERS_TABLE: orders.tableName }, (lister) =>
      iam.Grant.addToPrincipal({
        grantee: lister,
        actions: ['dynamodb:Query'],
        resourceArns: [`${orders.tableArn}/index/${CUSTOMERS_INDEX}`],
      }),
    ),
    /** Changes orders, but not the stock of their articles. */
    moveOrders,
    /** Changes orders, and the stock of their articles in the same transaction. */
    changeOrders: binding(orderStore, (changer) => {
      moveOrders.grant?.(changer);
      stock.grant(changer, 'dynamodb:UpdateItem');
    }),
    /** Finds overdue orders. */
    findOverdueOrders: binding(orderStore, (finder) => orders.grant(finder, 'dynamodb:Query')),
    /** Accepts orders at the prices of the products, once per idempotency key. */
    acceptOrders: binding(
      {
        ORDERS_TABLE: orders.tableName,
        ...approval,
        PRODUCTS_TABLE: products.tableName,
        IDEMPOTENCY_KEYS_TABLE: idempotencyKeys.tableName,
        IDEMPOTENCY_KEY_DAYS: String(stage.retention.idempotencyKeyDays),
      },
      (acceptor) => {
        orders.grant(acceptor, 'dynamodb:PutItem');
        products.grant(acceptor, 'dynamodb:BatchGetItem');
        idempotencyKeys.grant(acceptor, 'dynamodb:GetItem', 'dynamodb:PutItem');
      },
    ),
    /** Requests approvals and ends them. */
    changeApprovals: binding({ APPROVALS_TABLE: approvals.tableName }, (approver) =>
      approvals.grant(approver, 'dynamodb:GetItem', 'dynamodb:UpdateItem'),
    ),
    /** Lists approvals. */
    listApprovals: binding({ APPROVALS_TABLE: approvals.tableName }, (lister) =>
      approvals.grant(lister, 'dynamodb:Scan'),
    ),
    /** Creates and cancels parcels. */
    changeShipments: binding({ SHIPMENTS_TABLE: shipments.tableName }, (shipper) =>
      shipments.grant(shipper, 'dynamodb:UpdateItem'),
    ),
    /** Sets aside the changes of orders that cannot be processed. */
    setAsideChanges: binding({ SET_ASIDE_BUCKET: setAside.bucketName }, (reader) =>
      iam.Grant.addToPrincipal({
        grantee: reader,
        actions: ['s3:PutObject'],
        resourceArns: [setAside.arnForObjects('*')],
      }),
    ),
    /** Records operators' decisions, and neither changes nor deletes them. */
    recordDecisions: binding(decisionSettings(tables, stage), (recorder) =>
      tables.decisions.grant(recorder, 'dynamodb:PutItem'),
    ),
    /** Records operators' decisions, and reads those on products. */
    reviewDecisions: binding(decisionSettings(tables, stage), (reviewer) =>
      tables.decisions.grant(reviewer, 'dynamodb:PutItem', 'dynamodb:Query'),
    ),
    ...productBindings(tables),
  };
}

function decisionSettings({ decisions }: OrdersTables, { retention }: StageConfig) {
  return { DECISIONS_TABLE: decisions.tableName, DECISION_YEARS: String(retention.decisionYears) };
}

function productBindings({ products, stock }: OrdersTables) {
  const read = (action: string) =>
    binding({ PRODUCTS_TABLE: products.tableName }, (reader) => products.grant(reader, `dynamodb:${action}`));
  const change = (onProducts: string[], onStock: string[] = []) =>
    binding({ PRODUCTS_TABLE: products.tableName, STOCK_TABLE: stock.tableName }, (changer) => {
      products.grant(changer, ...onProducts.map((action) => `dynamodb:${action}`));
      if (onStock.length > 0) stock.grant(changer, ...onStock.map((action) => `dynamodb:${action}`));
    });
  return {
    /** Reads single products. */
    getProduct: read('GetItem'),
    /** Lists products. */
    listProducts: read('Scan'),
    /** Puts products on sale, with a first stock if they have none. */
    putProduct: change(['GetItem', 'PutItem', 'UpdateItem'], ['PutItem']),
    /** Changes products. */
    patchProduct: change(['GetItem', 'UpdateItem']),
    /** Deletes products of which none is reserved. */
    deleteProduct: change(['GetItem', 'DeleteItem'], ['GetItem', 'ConditionCheckItem']),
  };
}
