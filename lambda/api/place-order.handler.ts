import { ulid } from 'ulid';
import { DynamoCatalogue } from '../orders/catalogue.ts';
import { DynamoOrderIntake } from '../orders/dynamo-order-intake.ts';
import { documentClient } from '../platform/document-client.ts';
import { setting } from '../platform/settings.ts';
import { acceptOrder } from './place-order.ts';
import { route } from './route.ts';

const client = documentClient();

export const handler = route(
  acceptOrder({
    catalogue: new DynamoCatalogue(client, setting('PRODUCTS_TABLE')),
    intake: new DynamoOrderIntake(client, {
      orders: setting('ORDERS_TABLE'),
      idempotencyKeys: setting('IDEMPOTENCY_KEYS_TABLE'),
      rememberedDays: Number(setting('IDEMPOTENCY_KEY_DAYS')),
      approvalSeconds: Number(setting('APPROVAL_SECONDS')),
    }),
    now: () => new Date(),
    newId: ulid,
  }),
);
