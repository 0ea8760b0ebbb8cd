import { productRequest } from '../../orders/products/product.ts';
import type { Products } from '../../orders/products/products.ts';
import { readBody } from '../http/read-request.ts';
import { skuPath } from '../http/request-parameters.ts';
import { refusedBySchema } from '../http/request-problems.ts';
import { located, type Route } from '../http/route.ts';
import type { ProductCache } from './product-cache.ts';
import { answerProduct } from './requested-product.ts';

/** Creates or replaces a product. */
export function putProductRoute(products: Pick<Products, 'put'>, cache: ProductCache): Route {
  return async (event) => {
    const path = skuPath.safeParse({ sku: event.pathParameters?.sku }, { reportInput: true });
    if (!path.success) return refusedBySchema('The path is invalid.', path.error);
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
