import { productsFromEnvironment } from '../../orders/products/products-from-environment.ts';
import { route } from '../http/route.ts';
import { patchProductRoute } from './patch-product-route.ts';
import { productCacheFromEnvironment } from './product-cache.ts';

export const handler = route(patchProductRoute(productsFromEnvironment(), productCacheFromEnvironment()));
