import type { ApiClient } from '../../client/api-client.ts';
import { until } from '../../client/until.ts';
import { PATIENCE } from './deployed.ts';

/** Waits for the invoice of a shipped order, which is issued asynchronously. */
export async function invoiced(customer: ApiClient, { orderId }: { orderId: string }): Promise<void> {
  await until(`the invoice of order ${orderId}`, PATIENCE, async () => {
    const { status } = await customer.send({ method: 'GET', path: `/orders/${orderId}/invoice` });
    return status === 200 || undefined;
  });
}
