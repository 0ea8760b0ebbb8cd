import { productsFromEnvironment } from '../orders/products-from-environment.ts';
import { deleteProduct } from './delete-product.ts';
import { productCacheFromEnvironment } from './product-cache.ts';
import { route } from './route.ts';

export const handler = route(deleteProduct(productsFromEnvironment(), productCacheFromEnvironment()));
