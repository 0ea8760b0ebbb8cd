import { ulid } from 'ulid';
import { DynamoCatalogue } from '../../orders/intake/catalogue.ts';
import { DynamoOrderIntake } from '../../orders/intake/dynamo-order-intake.ts';
import { documentClient } from '../../platform/document-client.ts';
import { setting } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { placeOrderRoute } from './place-order-route.ts';

const client = documentClient();

export const handler = route(
  placeOrderRoute({
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
