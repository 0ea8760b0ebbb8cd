import { SKU } from '../../orders/domain/order.ts';
import type { Products } from '../../orders/products/products.ts';
import { entry } from '../../platform/settings.ts';
import { json } from '../http/json-answer.ts';
import { cursorOf, readPage } from '../http/read-page.ts';
import type { Route } from '../http/route.ts';
import { PRODUCT_CACHING } from './requested-product.ts';

/** The function that answers this operation. */
export const listProductsEntry = entry('api/list-products', ['ALLOWED_ORIGIN', 'PRODUCTS_TABLE']);

/** Lists the products on sale. */
export function listProductsRoute(products: Pick<Products, 'page'>): Route {
  return async (event) => {
    const page = readPage(event, SKU);
    if ('refusal' in page) return page.refusal;
    const { limit, after } = page.value;
    const { items, next } = await products.page(limit, after);
    return json(200, { products: items, ...cursorOf(next) }, PRODUCT_CACHING);
  };
}
