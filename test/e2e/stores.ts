import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { local } from '../../lib/stages/local.ts';
import type { Deployed } from './deployed.ts';

const TABLES = [
  'OrdersTable',
  'ProductsTable',
  'StockTable',
  'IdempotencyKeysTable',
  'ApprovalsTable',
  'DecisionsTable',
] as const;
const client = new DynamoDBClient({ region: local.region });

/** The number of items in each table that requests write to. */
export async function itemsKept({ outputs }: Deployed): Promise<Record<string, number>> {
  const counts = TABLES.map(async (table) => [table, await countOf(outputs.get(table))]);
  return Object.fromEntries(await Promise.all(counts));
}

async function countOf(TableName: string): Promise<number> {
  let count = 0;
  for await (const { Count = 0 } of paginateScan({ client }, { TableName, Select: 'COUNT' })) count += Count;
  return count;
}
