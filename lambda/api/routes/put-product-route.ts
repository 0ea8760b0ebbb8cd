import { productRequest } from '../../orders/products/product.ts';
import { PRODUCT_CHANGE_SETTINGS, type ProductChanges } from '../../orders/products/products.ts';
import { CURRENCIES_SETTING, currencyProblem } from '../../platform/currency.ts';
import { entry } from '../../platform/settings.ts';
import { located } from '../http/json-answer.ts';
import { readOperator } from '../http/operator.ts';
import { readBody } from '../http/read-request.ts';
import { skuPath } from '../http/request-parameters.ts';
import { refusedBySchema, wrongFields } from '../http/request-problems.ts';
import type { Route } from '../http/route.ts';
import type { ProductCache } from './product-cache.ts';
import { answerProduct } from './requested-product.ts';

/** The function that answers this operation. */
export const putProductEntry = entry(
  'api/put-product',
  ['ALLOWED_ORIGIN', CURRENCIES_SETTING, ...PRODUCT_CHANGE_SETTINGS],
  ['CACHED_API_ID', 'CACHED_STAGE'],
);

/** Creates or replaces a product. */
export function putProductRoute(
  products: Pick<ProductChanges, 'put'>,
  cache: ProductCache,
  currencies: readonly string[],
): Route {
  return async (event) => {
    const operator = readOperator(event);
    if ('refusal' in operator) return operator.refusal;
    const path = skuPath.safeParse({ sku: event.pathParameters?.sku }, { reportInput: true });
    if (!path.success) return refusedBySchema('The path is invalid.', path.error);
    const body = readBody(event, productRequest);
    if ('refusal' in body) return body.refusal;
    const notAccepted = currencyProblem(body.value.currency, currencies);
    if (notAccepted) return wrongFields('The price is not valid.', [notAccepted]);

    const { sku } = path.data;
    const { initialStock, ...article } = body.value;
    const { kind, product } = await products.put({ sku, ...article }, operator.value, initialStock);
    await cache.flush();
    return kind === 'CREATED'
      ? answerProduct(201, product, located(event, `/products/${sku}`))
      : answerProduct(200, product);
  };
}
