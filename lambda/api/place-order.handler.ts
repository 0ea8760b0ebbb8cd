import { ulid } from 'ulid';
import { DynamoCatalogue } from '../orders/catalogue.ts';
import { DynamoOrderIntake } from '../orders/dynamo-order-intake.ts';
import { orderRequest } from '../orders/order.ts';
import { type PlaceOrderPorts, placeOrder } from '../orders/place-order.ts';
import { documentClient } from '../platform/document-client.ts';
import { setting } from '../platform/settings.ts';
import { customerOf } from './customer.ts';
import { problem } from './problem.ts';
import { readBody, readIdempotencyKey } from './read-request.ts';
import { json, route } from './route.ts';

const client = documentClient();
const ports: PlaceOrderPorts = {
  catalogue: new DynamoCatalogue(client, setting('PRODUCTS_TABLE')),
  intake: new DynamoOrderIntake(client, {
    orders: setting('ORDERS_TABLE'),
    idempotencyKeys: setting('IDEMPOTENCY_KEYS_TABLE'),
    rememberedDays: Number(setting('IDEMPOTENCY_KEY_DAYS')),
    approvalSeconds: Number(setting('APPROVAL_SECONDS')),
  }),
  now: () => new Date(),
  newId: ulid,
};

export const handler = route(async (event) => {
  const key = readIdempotencyKey(event);
  if ('refusal' in key) return key.refusal;
  const body = readBody(event, orderRequest);
  if ('refusal' in body) return body.refusal;

  const result = await placeOrder(ports, {
    customerId: customerOf(event),
    idempotencyKey: key.value,
    request: body.value,
  });
  switch (result.kind) {
    case 'ACCEPTED':
      return json(202, { orderId: result.orderId, status: 'PLACED' }, { location: `/orders/${result.orderId}` });
    case 'INVALID':
      return problem(400, 'The order cannot be accepted.', result.problems);
    case 'KEY_USED_FOR_ANOTHER_REQUEST':
      return problem(422, 'The Idempotency-Key was used for another request. Send this one under a new key.');
  }
});
