import { productChanges } from '../../orders/products/dynamo-product-changes.ts';
import { CURRENCIES_SETTING } from '../../platform/currency.ts';
import { settingsOf } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { patchProductEntry, patchProductRoute } from './patch-product-route.ts';
import { productCache } from './product-cache.ts';

const settings = settingsOf(patchProductEntry);

export const handler = route(
  settings,
  patchProductRoute(productChanges(settings), productCache(settings), settings[CURRENCIES_SETTING].split(',')),
);
