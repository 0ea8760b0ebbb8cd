import { productRequest } from '../orders/product.ts';
import type { Products } from '../orders/products.ts';
import type { ProductCache } from './product-cache.ts';
import { readBody } from './read-request.ts';
import { skuPath } from './request-parameters.ts';
import { refusedBySchema } from './request-problems.ts';
import { answerProduct } from './requested-product.ts';
import { located, type Route } from './route.ts';

/** Puts a product on sale, or replaces it. */
export function putProduct(products: Pick<Products, 'put'>, cache: ProductCache): Route {
  return async (event) => {
    const path = skuPath.safeParse({ sku: event.pathParameters?.sku }, { reportInput: true });
    if (!path.success) return refusedBySchema('The path is not as expected.', path.error);
    const body = readBody(event, productRequest);
    if ('refusal' in body) return body.refusal;

    const { sku } = path.data;
    const { initialStock, ...article } = body.value;
    const { kind, product } = await products.put({ sku, ...article }, initialStock);
    await cache.flush();
    return kind === 'CREATED'
      ? answerProduct(201, product, located(event, `/products/${sku}`))
      : answerProduct(200, product);
  };
}
