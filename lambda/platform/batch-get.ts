import { BatchGetCommand, type BatchGetCommandOutput, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** How many items one call may ask for. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const BATCH = 100;

/** What of a table is read. */
export interface BatchGet {
  readonly table: string;
  readonly keys: readonly Record<string, unknown>[];
  /**
   * Whether a write that was acknowledged shows.
   *
   * @default false
   */
  readonly consistent?: boolean;
}

/** The items of these keys, in no order; those there are not are missing. */
export async function batchGet(client: DynamoDBDocumentClient, { table, keys, consistent }: BatchGet) {
  const items: Record<string, unknown>[] = [];
  for (let first = 0; first < keys.length; first += BATCH) {
    let Keys: Record<string, unknown>[] | undefined = keys.slice(first, first + BATCH);
    while (Keys?.length) {
      const answer: BatchGetCommandOutput = await client.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: consistent } } }),
      );
      items.push(...(answer.Responses?.[table] ?? []));
      Keys = answer.UnprocessedKeys?.[table]?.Keys;
    }
  }
  return items;
}
