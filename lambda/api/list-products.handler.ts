import { productsFromEnvironment } from '../orders/products-from-environment.ts';
import { listProducts } from './list-products.ts';
import { cachedRoute } from './route.ts';

export const handler = cachedRoute(listProducts(productsFromEnvironment()));
