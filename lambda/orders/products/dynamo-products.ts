import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../platform/document-client.ts';
import { type Page, pageOf } from '../../platform/page.ts';
import { type Article, type Product, type ProductPatch, productOfItem } from './product.ts';
import type { PatchResult, ProductSettings, Products, PutResult, RemoveResult, StockCount } from './products.ts';

/** The number of attempts of a change that conflicts with orders of the article or with other operators. */
const MAX_ATTEMPTS = 5;

/** The tables of a `DynamoProducts`. */
export interface ProductTables {
  readonly products: string;
  readonly stock: string;
}

/** Products in DynamoDB. */
export class DynamoProducts implements Products {
  readonly #client: DynamoDBDocumentClient;
  readonly #tables: ProductTables;

  constructor(client: DynamoDBDocumentClient, tables: ProductTables) {
    this.#client = client;
    this.#tables = tables;
  }

  async find(sku: string): Promise<Product | undefined> {
    const Item = await this.#item(this.#tables.products, sku);
    return Item && productOfItem(Item);
  }

  async page(limit: number, after?: string): Promise<Page<Product>> {
    const { Items } = await this.#client.send(
      new ScanCommand({
        TableName: this.#tables.products,
        Limit: limit + 1,
        // API Gateway caches the response: it must not be older than the change that flushed the cache.
        ConsistentRead: true,
        ...(after && { ExclusiveStartKey: { sku: after } }),
      }),
    );
    return pageOf((Items ?? []).map(productOfItem), limit, ({ sku }) => sku);
  }

  async put(article: Article, initialStock = 0): Promise<PutResult> {
    const { sku, ...fields } = article;
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const replaced = await this.#change(sku, fields);
      if (replaced) return { kind: 'REPLACED', product: replaced };
      // Before the product, so that none is sold without stock; the next attempt uses the stock of one that failed.
      await this.#create(this.#tables.stock, { sku, available: initialStock, reserved: 0, shipped: 0 });
      const product: Product = { ...article, version: 1 };
      if (await this.#create(this.#tables.products, product)) return { kind: 'CREATED', product };
    }
    throw new Error(`product ${sku} is put and removed by too many requests at once`);
  }

  async patch(sku: string, version: number, patch: ProductPatch): Promise<PatchResult> {
    const product = await this.#change(sku, patch, version);
    if (product) return { kind: 'CHANGED', product };
    const current = await this.find(sku);
    return current ? { kind: 'STALE', version: current.version } : { kind: 'NOT_FOUND' };
  }

  async remove(sku: string): Promise<RemoveResult> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const failed = await this.#removeUnreserved(sku);
      if (!failed) return { kind: 'REMOVED' };
      if (failed === 'PRODUCT') return { kind: 'NOT_FOUND' };
      const reserved = Number((await this.#item(this.#tables.stock, sku))?.reserved ?? 0);
      if (reserved > 0) return { kind: 'RESERVED', reserved };
    }
    throw new Error(`product ${sku} is ordered by too many requests at once to be removed`);
  }

  /** Removes a product without reserved stock, or returns the item that prevents it. */
  async #removeUnreserved(sku: string): Promise<'PRODUCT' | 'STOCK' | undefined> {
    const remove = {
      Delete: { TableName: this.#tables.products, Key: { sku }, ConditionExpression: 'attribute_exists(sku)' },
    };
    const noneReserved = {
      ConditionCheck: {
        TableName: this.#tables.stock,
        Key: { sku },
        ConditionExpression: 'attribute_not_exists(sku) OR #reserved = :none',
        ExpressionAttributeNames: { '#reserved': 'reserved' },
        ExpressionAttributeValues: { ':none': 0 },
      },
    };
    try {
      await this.#client.send(new TransactWriteCommand({ TransactItems: [remove, noneReserved] }));
      return undefined;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const [product, stock] = (error.CancellationReasons ?? []).map(({ Code }) => Code);
      if (product === 'ConditionalCheckFailed') return 'PRODUCT';
      if (stock === 'ConditionalCheckFailed' || [product, stock].includes('TransactionConflict')) return 'STOCK';
      throw error;
    }
  }

  /** Changes a product and raises its version; returns nothing if it does not exist or is at another version. */
  async #change(sku: string, fields: ProductPatch, version?: number): Promise<Product | undefined> {
    const names = Object.keys(fields);
    const atVersion = version === 1 ? '(version = :before OR attribute_not_exists(version))' : 'version = :before';
    try {
      const { Attributes } = await this.#client.send(
        new UpdateCommand({
          TableName: this.#tables.products,
          Key: { sku },
          UpdateExpression: [
            'SET version = if_not_exists(version, :one) + :one',
            ...names.map((name) => `#${name} = :${name}`),
          ].join(', '),
          ConditionExpression: `attribute_exists(sku)${version === undefined ? '' : ` AND ${atVersion}`}`,
          ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: {
            ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
            ':one': 1,
            ...(version !== undefined && { ':before': version }),
          },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return productOfItem(Attributes ?? {});
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  /** Creates an item; returns false if its key exists. */
  async #create(table: string, item: Product | StockCount): Promise<boolean> {
    try {
      await this.#client.send(
        new PutCommand({ TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(sku)' }),
      );
      return true;
    } catch (error) {
      // An item in a concurrent transaction exists.
      if (error instanceof ConditionalCheckFailedException || error instanceof TransactionConflictException)
        return false;
      throw error;
    }
  }

  async #item(table: string, sku: string): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#client.send(new GetCommand({ TableName: table, Key: { sku }, ConsistentRead: true }));
    return Item;
  }
}

/** The products that a function's settings name. */
export function products({ PRODUCTS_TABLE, STOCK_TABLE }: ProductSettings): DynamoProducts {
  return new DynamoProducts(documentClient(), { products: PRODUCTS_TABLE, stock: STOCK_TABLE });
}
