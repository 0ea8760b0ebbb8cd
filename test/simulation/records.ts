import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Approval } from '../../lambda/orders/approvals/approvals.ts';
import type { Order } from '../../lambda/orders/domain/order.ts';
import type { Product } from '../../lambda/orders/products/product.ts';
import { orderOfItem } from '../../lambda/orders/store/order-item.ts';
import type { Item } from '../aws/dynamodb/attribute-value.ts';
import type { DynamoDb } from '../aws/dynamodb/dynamodb.ts';
import type { StockCount } from '../orders/store/in-memory-orders.ts';

/** The items of a stage's tables, as the invariants read them. */
export class Records {
  readonly #dynamo: DynamoDb;

  constructor(dynamo: DynamoDb) {
    this.#dynamo = dynamo;
  }

  /** Adds a product with its stock. */
  addProduct(product: Omit<Product, 'version'>, available: number): void {
    this.#put('Products', { ...product, version: 1 });
    this.#put('Stock', { sku: product.sku, available, reserved: 0, shipped: 0 });
  }

  order(orderId: string): Order | undefined {
    const item = this.#find('Orders', { orderId });
    return item && orderIn(item);
  }

  stockOf(sku: string): StockCount | undefined {
    return this.#plain<StockCount>(this.#find('Stock', { sku }));
  }

  approval(orderId: string): Approval | undefined {
    return this.#plain<Approval>(this.#find('Approvals', { orderId }));
  }

  /** Returns true if all parcels of an order were created and have left. */
  dispatched(orderId: string): boolean {
    const parcels = this.#plain<{ created?: Set<string>; of: number; cancelled?: boolean }>(
      this.#find('Shipments', { orderId }),
    );
    return parcels?.created !== undefined && !parcels.cancelled && parcels.created.size >= parcels.of;
  }

  /** The keys of the items of a table. */
  itemsOf<T>(table: string): T[] {
    return this.#dynamo.table(table).items.map((item) => this.#plain(item) as T);
  }

  #find(table: string, key: Record<string, string>): Item | undefined {
    return this.#dynamo.table(table).find(marshall(key) as unknown as Item);
  }

  #put(TableName: string, item: object): void {
    this.#dynamo.answer('PutItem', { TableName, Item: marshall(item) });
  }

  #plain<T>(item: Item | undefined): T | undefined {
    return item && (unmarshall(item as never) as T);
  }
}

/** The order in an item. */
export function orderIn(item: Item): Order {
  return orderOfItem(unmarshall(item as never)) as Order;
}
