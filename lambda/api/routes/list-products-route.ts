import { SKU } from '../../orders/domain/order.ts';
import type { Products } from '../../orders/products/products.ts';
import { cursorOf, readPage } from '../http/read-page.ts';
import { json, type Route } from '../http/route.ts';
import { PRODUCT_CACHING } from './requested-product.ts';

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
