import { products } from '../../orders/products/dynamo-products.ts';
import { CURRENCIES_SETTING } from '../../platform/currency.ts';
import { settingsOf } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { patchProductEntry, patchProductRoute } from './patch-product-route.ts';
import { productCache } from './product-cache.ts';

const settings = settingsOf(patchProductEntry);

export const handler = route(
  settings,
  patchProductRoute(products(settings), productCache(settings), settings[CURRENCIES_SETTING].split(',')),
);
