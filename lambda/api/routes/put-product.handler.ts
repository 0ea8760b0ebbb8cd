import { productsFromEnvironment } from '../../orders/products/products-from-environment.ts';
import { route } from '../http/route.ts';
import { productCacheFromEnvironment } from './product-cache.ts';
import { putProduct } from './put-product-route.ts';

export const handler = route(putProduct(productsFromEnvironment(), productCacheFromEnvironment()));
