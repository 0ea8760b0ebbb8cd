import { ulid } from 'ulid';
import { DynamoCatalogue } from '../../orders/intake/catalogue.ts';
import { DynamoOrderIntake } from '../../orders/intake/dynamo-order-intake.ts';
import { CURRENCIES_SETTING } from '../../platform/currency.ts';
import { documentClient } from '../../platform/document-client.ts';
import { settingsOf } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { placeOrderEntry, placeOrderRoute } from './place-order-route.ts';

const settings = settingsOf(placeOrderEntry);
const client = documentClient();

export const handler = route(
  settings,
  placeOrderRoute({
    catalogue: new DynamoCatalogue(client, settings.PRODUCTS_TABLE),
    intake: new DynamoOrderIntake(client, {
      orders: settings.ORDERS_TABLE,
      idempotencyKeys: settings.IDEMPOTENCY_KEYS_TABLE,
      rememberedDays: Number(settings.IDEMPOTENCY_KEY_DAYS),
      approvalSeconds: Number(settings.APPROVAL_SECONDS),
    }),
    now: () => new Date(),
    newId: ulid,
    currencies: settings[CURRENCIES_SETTING].split(','),
  }),
);
