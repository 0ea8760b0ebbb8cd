import type { Order } from '../../../lambda/orders/domain/order.ts';
import { fillPlaceholders } from '../../../local/invoke/placeholders.ts';
import { orderValues, type PlatformValues } from '../../../local/invoke/platform-values.ts';
import { readEvent } from '../../../local/invoke/samples.ts';
import { anOrder } from '../../orders/an-order.ts';

/** The order that the samples take. */
export const ORDER: Order = anOrder({ orderId: '01JD3Y9N6C8Q2VZ4K5T7M0XRWE', status: 'SHIPPED', version: 6 });

const VALUES: PlatformValues['all'] = {
  ...orderValues(async () => ({ ...ORDER })),
  approvedOrderId: async () => ORDER.orderId,
  waitingOrderId: async () => ORDER.orderId,
  waitingOrderToken: async () => 'a-task-token',
  now: async () => '2026-01-01T10:00:00.000Z',
  uuid: async () => '0b8e5f0e-6a0f-4d5c-9d3e-0f6f3c1c7a52',
  partnerToken: async () => 'header.claims.signature',
  paymentCredential: async () => 'a-credential',
  paymentSecretArn: async () => 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:payments-AbCdEf',
  paymentSecretVersion: async () => 'EXAMPLE1-90ab-cdef-fedc-ba987EXAMPLE',
};

/** Reads the sample of a function as the function receives it, which is an event of this type. */
export async function filledSample<Event>(entry: string): Promise<Event> {
  return (await fillPlaceholders(await readEvent(entry), VALUES)) as Event;
}
