import { PRODUCT_CHANGE_SETTINGS, type ProductChanges } from '../../orders/products/products.ts';
import { entry } from '../../platform/settings.ts';
import { readOperator } from '../http/operator.ts';
import { problem } from '../http/problem.ts';
import type { Route } from '../http/route.ts';
import type { ProductCache } from './product-cache.ts';
import { noSuchProduct, readSku } from './requested-product.ts';

/** The function that answers this operation. */
export const deleteProductEntry = entry(
  'api/delete-product',
  ['ALLOWED_ORIGIN', ...PRODUCT_CHANGE_SETTINGS],
  ['CACHED_API_ID', 'CACHED_STAGE'],
);

/** Removes a product from sale, unless stock of it is reserved. */
export function deleteProductRoute(products: Pick<ProductChanges, 'remove'>, cache: ProductCache): Route {
  return async (event) => {
    const operator = readOperator(event);
    if ('refusal' in operator) return operator.refusal;
    const sku = readSku(event);
    if ('refusal' in sku) return sku.refusal;
    const result = await products.remove(sku.value, operator.value);
    switch (result.kind) {
      case 'REMOVED':
        await cache.flush();
        return { statusCode: 204, body: '' };
      case 'RESERVED':
        return problem(409, `Stock of ${sku.value} is reserved for orders: ${result.reserved}.`);
      case 'NOT_FOUND':
        return noSuchProduct(sku.value);
    }
  };
}
