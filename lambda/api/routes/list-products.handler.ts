import { productsFromEnvironment } from '../../orders/products/products-from-environment.ts';
import { cachedRoute } from '../http/route.ts';
import { listProductsRoute } from './list-products-route.ts';

export const handler = cachedRoute(listProductsRoute(productsFromEnvironment()));
