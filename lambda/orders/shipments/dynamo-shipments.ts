import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type ConditionalUpdate, conditionHolds } from '../../platform/conditional-update.ts';
import { documentClient } from '../../platform/document-client.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Shipment, Shipments } from './shipments.ts';

/** Warehouses that refuse parcels: they simulate failed shipments in a stage without real warehouses. */
const CLOSED = /^closed-/;

/** The parcels in DynamoDB, one item per order: a substitute for the systems of real warehouses. */
export class DynamoShipments implements Shipments {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async create({ orderId, warehouse, of }: Shipment): Promise<'CREATED' | 'REFUSED'> {
    if (CLOSED.test(warehouse)) return 'REFUSED';
    const created = await this.#update(orderId, {
      UpdateExpression: 'ADD created :warehouse SET #of = :of',
      ConditionExpression: 'attribute_not_exists(cancelled)',
      ExpressionAttributeNames: { '#of': 'of' },
      ExpressionAttributeValues: { ':warehouse': new Set([warehouse]), ':of': of },
    });
    return created ? 'CREATED' : 'REFUSED';
  }

  async cancel(orderId: string): Promise<'CANCELLED' | 'DISPATCHED'> {
    const cancelled = await this.#update(orderId, {
      UpdateExpression: 'SET cancelled = :true',
      ConditionExpression: 'attribute_exists(cancelled) OR attribute_not_exists(created) OR size(created) < #of',
      ExpressionAttributeNames: { '#of': 'of' },
      ExpressionAttributeValues: { ':true': true },
    });
    return cancelled ? 'CANCELLED' : 'DISPATCHED';
  }

  #update(orderId: string, change: ConditionalUpdate): Promise<boolean> {
    return conditionHolds(
      this.#client.send(new UpdateCommand({ TableName: this.#table, Key: { orderId }, ...change })),
    );
  }
}

/** The parcels that a function's settings name. */
export function shipments({ SHIPMENTS_TABLE }: Settings<'SHIPMENTS_TABLE'>): DynamoShipments {
  return new DynamoShipments(documentClient(), SHIPMENTS_TABLE);
}
