import { productPatch } from '../../orders/products/product.ts';
import { PRODUCT_CHANGE_SETTINGS, type ProductChanges } from '../../orders/products/products.ts';
import { CURRENCIES_SETTING, currencyProblem } from '../../platform/currency.ts';
import { entry } from '../../platform/settings.ts';
import { readOperator } from '../http/operator.ts';
import { problem } from '../http/problem.ts';
import { header, readBody, readHeader } from '../http/read-request.ts';
import { ifMatchHeader } from '../http/request-parameters.ts';
import { wrongFields } from '../http/request-problems.ts';
import type { Route } from '../http/route.ts';
import type { ProductCache } from './product-cache.ts';
import { answerProduct, etagOf, noSuchProduct, readSku } from './requested-product.ts';

/** The function that answers this operation. */
export const patchProductEntry = entry(
  'api/patch-product',
  ['ALLOWED_ORIGIN', CURRENCIES_SETTING, ...PRODUCT_CHANGE_SETTINGS],
  ['CACHED_API_ID', 'CACHED_STAGE'],
);

/** Updates a product if it has not changed since the caller read it. */
export function patchProductRoute(
  products: Pick<ProductChanges, 'patch'>,
  cache: ProductCache,
  currencies: readonly string[],
): Route {
  return async (event) => {
    const operator = readOperator(event);
    if ('refusal' in operator) return operator.refusal;
    const sku = readSku(event);
    if ('refusal' in sku) return sku.refusal;
    if (header(event, 'if-match') === undefined) {
      return problem(428, 'The If-Match header is missing. Send the ETag of the product.');
    }
    const etag = readHeader(event, 'If-Match', ifMatchHeader.shape['If-Match']);
    if ('refusal' in etag) return etag.refusal;
    const body = readBody(event, productPatch);
    if ('refusal' in body) return body.refusal;
    const notAccepted = currencyProblem(body.value.currency, currencies);
    if (notAccepted) return wrongFields('The price is not valid.', [notAccepted]);

    const result = await products.patch(sku.value, Number(etag.value.slice(1, -1)), body.value, operator.value);
    switch (result.kind) {
      case 'CHANGED':
        await cache.flush();
        return answerProduct(200, result.product);
      case 'STALE': {
        const stale = { field: 'If-Match', received: etag.value, expected: etagOf(result.version) };
        return problem(412, 'The product has changed. Read it again.', [stale]);
      }
      case 'NOT_FOUND':
        return noSuchProduct(sku.value);
    }
  };
}
