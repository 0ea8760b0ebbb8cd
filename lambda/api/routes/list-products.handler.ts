import { products } from '../../orders/products/dynamo-products.ts';
import { settingsOf } from '../../platform/settings.ts';
import { cachedRoute } from '../http/route.ts';
import { listProductsEntry, listProductsRoute } from './list-products-route.ts';

const settings = settingsOf(listProductsEntry);

export const handler = cachedRoute(settings, listProductsRoute(products(settings)));
