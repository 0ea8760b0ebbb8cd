import { productsFromEnvironment } from '../../orders/products/products-from-environment.ts';
import { cachedRoute } from '../http/route.ts';
import { getProduct } from './get-product-route.ts';

export const handler = cachedRoute(getProduct(productsFromEnvironment()));
