import { productsFromEnvironment } from '../../orders/products/products-from-environment.ts';
import { route } from '../http/route.ts';
import { deleteProductRoute } from './delete-product-route.ts';
import { productCacheFromEnvironment } from './product-cache.ts';

export const handler = route(deleteProductRoute(productsFromEnvironment(), productCacheFromEnvironment()));
