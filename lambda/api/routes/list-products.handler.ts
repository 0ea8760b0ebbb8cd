import { productsFromEnvironment } from '../../orders/products/products-from-environment.ts';
import { cachedRoute } from '../http/route.ts';
import { listProducts } from './list-products-route.ts';

export const handler = cachedRoute(listProducts(productsFromEnvironment()));
