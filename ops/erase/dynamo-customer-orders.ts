import { type DynamoDBDocumentClient, GetCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { StoredOrder } from '../../lambda/orders/domain/order.ts';
import { CUSTOMERS_INDEX, orderOfItem } from '../../lambda/orders/store/order-item.ts';
import { conditionHolds } from '../../lambda/platform/conditional-update.ts';
import type { CustomerOrders } from './customer-orders.ts';
import type { Identity } from './erasure-target.ts';

/** Value that replaces the payment token of an erased customer's order. */
export const NO_TOKEN = 'erased';

/** Orders in DynamoDB, found by the customers index. */
export class DynamoCustomerOrders implements CustomerOrders {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async find(orderId: string): Promise<StoredOrder | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: { orderId }, ConsistentRead: true }),
    );
    return Item && orderOfItem(Item);
  }

  async of(customerId: string): Promise<StoredOrder[]> {
    const query = {
      TableName: this.#table,
      IndexName: CUSTOMERS_INDEX,
      KeyConditionExpression: 'customerId = :customerId',
      ProjectionExpression: 'orderId',
      ExpressionAttributeValues: { ':customerId': customerId },
    };
    const orders: StoredOrder[] = [];
    for await (const { Items } of paginateQuery({ client: this.#client }, query)) {
      for (const { orderId } of Items ?? []) {
        // The index is eventually consistent: it may still list an order that was just renamed.
        const order = await this.find(orderId);
        if (order?.customerId === customerId) orders.push(order);
      }
    }
    return orders;
  }

  async rename({ orderId, version }: StoredOrder, { customerId, pseudonym }: Identity): Promise<boolean> {
    return conditionHolds(
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { orderId },
          // The version stays: readers of the table's stream take an item of the same version for no change.
          UpdateExpression: 'SET customerId = :pseudonym, paymentToken = :none',
          ConditionExpression: 'version = :version AND customerId = :customerId',
          ExpressionAttributeValues: {
            ':pseudonym': pseudonym,
            ':none': NO_TOKEN,
            ':version': version,
            ':customerId': customerId,
          },
        }),
      ),
    );
  }
}
