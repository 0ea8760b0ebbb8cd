import { productsFromEnvironment } from '../../orders/products/products-from-environment.ts';
import { route } from '../http/route.ts';
import { productCacheFromEnvironment } from './product-cache.ts';
import { putProductRoute } from './put-product-route.ts';

export const handler = route(putProductRoute(productsFromEnvironment(), productCacheFromEnvironment()));
