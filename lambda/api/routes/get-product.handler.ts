import { products } from '../../orders/products/dynamo-products.ts';
import { settingsOf } from '../../platform/settings.ts';
import { cachedRoute } from '../http/route.ts';
import { getProductEntry, getProductRoute } from './get-product-route.ts';

const settings = settingsOf(getProductEntry);

export const handler = cachedRoute(settings, getProductRoute(products(settings)));
