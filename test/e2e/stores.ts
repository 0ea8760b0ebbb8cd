import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { local } from '../../lib/stages/local.ts';
import type { Deployed } from './deployed.ts';

const TABLES = ['OrdersTable', 'ProductsTable', 'StockTable', 'IdempotencyKeysTable', 'ApprovalsTable'] as const;

/** How much stands in each table that requests write to. */
export async function itemsKept({ outputs }: Deployed): Promise<Record<string, number | undefined>> {
  const client = new DynamoDBClient({ region: local.region });
  const counts = TABLES.map(async (table) => {
    const scan = new ScanCommand({ TableName: outputs.get(table), Select: 'COUNT' });
    return [table, (await client.send(scan)).Count];
  });
  return Object.fromEntries(await Promise.all(counts));
}
