import { productsFromEnvironment } from '../orders/products-from-environment.ts';
import { productCacheFromEnvironment } from './product-cache.ts';
import { putProduct } from './put-product.ts';
import { route } from './route.ts';

export const handler = route(putProduct(productsFromEnvironment(), productCacheFromEnvironment()));
