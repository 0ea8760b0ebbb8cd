import { productsFromEnvironment } from '../../orders/products/products-from-environment.ts';
import { cachedRoute } from '../http/route.ts';
import { getProductRoute } from './get-product-route.ts';

export const handler = cachedRoute(getProductRoute(productsFromEnvironment()));
