import { productsFromEnvironment } from '../orders/products-from-environment.ts';
import { patchProduct } from './patch-product.ts';
import { productCacheFromEnvironment } from './product-cache.ts';
import { route } from './route.ts';

export const handler = route(patchProduct(productsFromEnvironment(), productCacheFromEnvironment()));
