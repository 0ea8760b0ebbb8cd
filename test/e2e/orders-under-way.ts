import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { type Patience, until } from '../../client/until.ts';
import type { Order } from '../../lambda/orders/domain/order.ts';
import { isSettled } from '../../lambda/orders/domain/order-change.ts';
import { local } from '../../lib/stages/local.ts';
import { type Deployed, PATIENCE } from './deployed.ts';

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: local.region }));

/** The open orders of some customers. */
async function underWay({ outputs }: Deployed, customerIds: string[]): Promise<Order[]> {
  const found: Order[] = [];
  const pages = paginateScan({ client: documents }, { TableName: outputs.get('OrdersTable') });
  for await (const { Items = [] } of pages) found.push(...(Items as Order[]));
  return found.filter(({ customerId, status }) => customerIds.includes(customerId) && !isSettled(status));
}

/** Denies pending approvals of some customers and waits until no stock is reserved for them: other tests count the stock. */
export async function ordersSettled(
  platform: Deployed,
  customerIds: string[],
  patience: Patience = PATIENCE,
): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ decision: 'DENIED' });
  await until(`the end of all orders of ${customerIds.join(' and ')}`, patience, async () => {
    const orders = await underWay(platform, customerIds);
    for (const { orderId } of orders.filter(({ status }) => status === 'AWAITING_APPROVAL')) {
      await platform.operator.send({ method: 'POST', path: `/orders/${orderId}/approval`, headers, body });
    }
    return orders.length === 0 || undefined;
  });
}
