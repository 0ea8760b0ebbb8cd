import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conditionHolds } from '../../platform/conditional-update.ts';
import { documentClient } from '../../platform/document-client.ts';
import { schema } from '../../platform/schema.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Circuit, Failures } from './circuit.ts';

const storedFailures = /* @__PURE__ */ schema(() => z.object({ failures: z.int(), openUntil: z.number() }));
const Key = { id: 'payment-provider' };

/** The circuit in DynamoDB: one item, which does not exist while the provider answers. */
export class DynamoCircuit implements Circuit {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async find(): Promise<Failures | undefined> {
    // Not consistent, which allows twice as many reads of one item. The probe has a condition.
    const { Item } = await this.#client.send(new GetCommand({ TableName: this.#table, Key }));
    if (!Item) return undefined;
    const { failures, openUntil } = storedFailures.parse(Item);
    return { count: failures, openUntil };
  }

  async count(openUntil: number): Promise<void> {
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key,
        UpdateExpression: 'ADD failures :one SET openUntil = :until',
        ExpressionAttributeValues: { ':one': 1, ':until': openUntil },
      }),
    );
  }

  probe(found: Failures, openUntil: number): Promise<boolean> {
    return conditionHolds(
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key,
          UpdateExpression: 'SET openUntil = :until',
          ConditionExpression: 'openUntil = :found',
          ExpressionAttributeValues: { ':until': openUntil, ':found': found.openUntil },
        }),
      ),
    );
  }

  async close(): Promise<void> {
    await this.#client.send(new DeleteCommand({ TableName: this.#table, Key }));
  }
}

/** The circuit that a function's settings name. */
export function circuit({ CIRCUIT_TABLE }: Settings<'CIRCUIT_TABLE'>): DynamoCircuit {
  return new DynamoCircuit(documentClient(), CIRCUIT_TABLE);
}
