import type { Products } from '../../orders/products/products.ts';
import { entry } from '../../platform/settings.ts';
import type { Route } from '../http/route.ts';
import { answerProduct, noSuchProduct, PRODUCT_CACHING, readSku } from './requested-product.ts';

/** The function that answers this operation. */
export const getProductEntry = entry('api/get-product', ['ALLOWED_ORIGIN', 'PRODUCTS_TABLE']);

/** Gets a product. */
export function getProductRoute(products: Pick<Products, 'find'>): Route {
  return async (event) => {
    const sku = readSku(event);
    if ('refusal' in sku) return sku.refusal;
    const product = await products.find(sku.value);
    return product ? answerProduct(200, product, PRODUCT_CACHING) : noSuchProduct(sku.value);
  };
}
