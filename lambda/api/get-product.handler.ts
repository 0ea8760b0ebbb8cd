import { productsFromEnvironment } from '../orders/products-from-environment.ts';
import { getProduct } from './get-product.ts';
import { cachedRoute } from './route.ts';

export const handler = cachedRoute(getProduct(productsFromEnvironment()));
