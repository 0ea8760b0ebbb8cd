import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { StackOutputs } from '../client/stack-outputs.ts';
import { DynamoOrderStore } from '../lambda/orders/store/dynamo-order-store.ts';
import type { OrderStore } from '../lambda/orders/store/order-store.ts';
import type { StageConfig } from '../lib/stages/stage-config.ts';

/** Returns the orders of a deployed stage. */
export function deployedOrderStore({ region, approval }: StageConfig, outputs: StackOutputs): OrderStore {
  return new DynamoOrderStore(DynamoDBDocumentClient.from(new DynamoDBClient({ region })), {
    orders: outputs.get('OrdersTable'),
    stock: outputs.get('StockTable'),
    approvalSeconds: approval.timeoutMinutes * 60,
  });
}
