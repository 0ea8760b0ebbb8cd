import { compensateOrder } from './compensate-order.ts';
import { compensationFromEnvironment } from './compensation-from-environment.ts';

const ports = compensationFromEnvironment();

export const handler = async ({ orderId, error }: { orderId: string; error: string }) => ({
  status: await compensateOrder(ports, orderId, error),
});
