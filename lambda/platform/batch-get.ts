import { BatchGetCommand, type BatchGetCommandOutput, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The maximum number of items in one call. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const BATCH = 100;

/** The items to read from a table. */
export interface BatchGet {
  readonly table: string;
  readonly keys: readonly Record<string, unknown>[];
  /**
   * Reads consistently: includes every acknowledged write.
   *
   * @default false
   */
  readonly consistent?: boolean;
}

/** Returns the items of the keys, in no particular order and without those that do not exist. */
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
