import { productChanges } from '../../orders/products/dynamo-product-changes.ts';
import { CURRENCIES_SETTING } from '../../platform/currency.ts';
import { settingsOf } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { productCache } from './product-cache.ts';
import { putProductEntry, putProductRoute } from './put-product-route.ts';

const settings = settingsOf(putProductEntry);

export const handler = route(
  settings,
  putProductRoute(productChanges(settings), productCache(settings), settings[CURRENCIES_SETTING].split(',')),
);
