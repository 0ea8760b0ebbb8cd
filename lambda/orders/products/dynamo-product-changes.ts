import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../platform/document-client.ts';
import type { ProductDecision } from '../decisions/decision-record.ts';
import { type DecisionTable, decisionTable, recording } from '../decisions/dynamo-decisions.ts';
import { DynamoProducts } from './dynamo-products.ts';
import type { Article, Product, ProductPatch } from './product.ts';
import type {
  PatchResult,
  ProductChangeSettings,
  ProductChanges,
  PutResult,
  RemoveResult,
  StockCount,
} from './products.ts';

/** The number of attempts of a change that conflicts with orders of the article or with other operators. */
const MAX_ATTEMPTS = 5;

/** The tables of a `DynamoProductChanges`. */
export interface ProductTables {
  readonly products: string;
  readonly stock: string;
  readonly decisions: DecisionTable;
}

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Changes of products in DynamoDB: one transaction changes a product at the version that was read, and records the change. */
export class DynamoProductChanges implements ProductChanges {
  readonly #client: DynamoDBDocumentClient;
  readonly #tables: ProductTables;
  readonly #products: DynamoProducts;
  readonly #now: () => Date;

  constructor(client: DynamoDBDocumentClient, tables: ProductTables, now = () => new Date()) {
    this.#client = client;
    this.#tables = tables;
    this.#products = new DynamoProducts(client, tables.products);
    this.#now = now;
  }

  async put({ sku, ...fields }: Article, by: string, initialStock = 0): Promise<PutResult> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const before = await this.#products.find(sku);
      if (before) {
        const product = await this.#change(before, fields, by);
        if (product) return { kind: 'REPLACED', product };
        continue;
      }
      // Before the product, so that none is sold without stock; the next attempt uses the stock of one that failed.
      await this.#createStock({ sku, available: initialStock, reserved: 0, shipped: 0 });
      const product: Product = { sku, ...fields, version: 1 };
      const create = {
        Put: { TableName: this.#tables.products, Item: product, ConditionExpression: 'attribute_not_exists(sku)' },
      };
      if (await this.#written(create, { kind: 'PRODUCT_CREATED', sku, by, after: product })) {
        return { kind: 'CREATED', product };
      }
    }
    throw new Error(`product ${sku} is changed by too many requests at once`);
  }

  async patch(sku: string, version: number, patch: ProductPatch, by: string): Promise<PatchResult> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const before = await this.#products.find(sku);
      if (!before) return { kind: 'NOT_FOUND' };
      if (before.version !== version) return { kind: 'STALE', version: before.version };
      const product = await this.#change(before, patch, by);
      if (product) return { kind: 'CHANGED', product };
    }
    throw new Error(`product ${sku} is changed by too many requests at once`);
  }

  async remove(sku: string, by: string): Promise<RemoveResult> {
    const noneReserved = {
      ConditionCheck: {
        TableName: this.#tables.stock,
        Key: { sku },
        ConditionExpression: 'attribute_not_exists(sku) OR #reserved = :none',
        ExpressionAttributeNames: { '#reserved': 'reserved' },
        ExpressionAttributeValues: { ':none': 0 },
      },
    };
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const before = await this.#products.find(sku);
      if (!before) return { kind: 'NOT_FOUND' };
      const remove = { Delete: { TableName: this.#tables.products, Key: { sku }, ...atVersion(before.version) } };
      const record = { kind: 'PRODUCT_REMOVED', sku, by, before } as const;
      if (await this.#written(remove, record, noneReserved)) return { kind: 'REMOVED' };
      const reserved = await this.#reserved(sku);
      if (reserved > 0) return { kind: 'RESERVED', reserved };
    }
    throw new Error(`product ${sku} is ordered or changed by too many requests at once to be removed`);
  }

  /** Changes fields of a product and raises its version; returns nothing if others changed it since it was read. */
  async #change(before: Product, fields: ProductPatch, by: string): Promise<Product | undefined> {
    const { sku, version } = before;
    const after: Product = { ...before, ...fields, version: version + 1 };
    const names = Object.keys(fields);
    const condition = atVersion(version);
    const change = {
      Update: {
        TableName: this.#tables.products,
        Key: { sku },
        UpdateExpression: ['SET version = :after', ...names.map((name) => `#${name} = :${name}`)].join(', '),
        ...condition,
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
          ...condition.ExpressionAttributeValues,
          ':after': after.version,
        },
      },
    };
    return (await this.#written(change, { kind: 'PRODUCT_CHANGED', sku, by, before, after })) ? after : undefined;
  }

  /** Writes a change together with its record; returns false if a condition does not hold or another writer is at it. */
  async #written(change: Write, decision: Omit<ProductDecision, 'at'>, ...checks: Write[]): Promise<boolean> {
    const Put = recording(this.#tables.decisions, { ...decision, at: this.#now().toISOString() });
    try {
      await this.#client.send(new TransactWriteCommand({ TransactItems: [change, { Put }, ...checks] }));
      return true;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
      if (codes.includes('ConditionalCheckFailed') || codes.includes('TransactionConflict')) return false;
      throw error;
    }
  }

  /** Creates the stock of an article, unless it has one. */
  async #createStock(stock: StockCount): Promise<void> {
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#tables.stock,
          Item: stock,
          ConditionExpression: 'attribute_not_exists(sku)',
        }),
      );
    } catch (error) {
      // An item in a concurrent transaction exists.
      if (error instanceof ConditionalCheckFailedException || error instanceof TransactionConflictException) return;
      throw error;
    }
  }

  async #reserved(sku: string): Promise<number> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#tables.stock, Key: { sku }, ConsistentRead: true }),
    );
    return Number(Item?.reserved ?? 0);
  }
}

/** The condition that a product is at a version; one that the API never changed is at version 1. */
function atVersion(version: number) {
  const unchanged = version === 1 ? ' OR attribute_not_exists(version)' : '';
  return {
    ConditionExpression: `attribute_exists(sku) AND (version = :before${unchanged})`,
    ExpressionAttributeValues: { ':before': version },
  };
}

/** The changes of products, with the tables that a function's settings name. */
export function productChanges(settings: ProductChangeSettings): DynamoProductChanges {
  const { PRODUCTS_TABLE, STOCK_TABLE } = settings;
  const decisions = decisionTable(settings);
  return new DynamoProductChanges(documentClient(), { products: PRODUCTS_TABLE, stock: STOCK_TABLE, decisions });
}
