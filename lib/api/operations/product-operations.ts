import { ifMatchHeader, pageQuery, skuPath } from '../../../lambda/api/http/request-parameters.ts';
import { productPage, productPatch, productRequest, productView } from '../../../lambda/orders/products/product.ts';
import { locationHeader, versionHeader } from './answer-headers.ts';
import { IMAGE_TYPES } from './media-types.ts';
import { operationsOf } from './operation.ts';

const operator = { kind: 'operator' } as const;
const NO_SUCH_PRODUCT = { 404: 'There is no such product.' };
const product = { description: 'The product.', json: { name: 'Product', schema: productView }, headers: versionHeader };

export const productOperations = operationsOf({
  listProducts: {
    method: 'GET',
    path: '/products',
    summary: 'Lists the products on sale, in no order.',
    access: { kind: 'api-key' },
    cached: true,
    queryParameters: pageQuery,
    answers: {
      200: {
        description: 'A page of products; `next` is the cursor of the one after it.',
        json: { name: 'ProductPage', schema: productPage },
      },
    },
  },
  getProduct: {
    method: 'GET',
    path: '/products/{sku}',
    summary: 'Shows a product.',
    access: { kind: 'api-key' },
    cached: true,
    pathParameters: skuPath,
    answers: { 200: product },
    problems: NO_SUCH_PRODUCT,
  },
  putProduct: {
    method: 'PUT',
    path: '/products/{sku}',
    summary: 'Puts a product on sale, or replaces it.',
    access: operator,
    pathParameters: skuPath,
    body: { name: 'ProductRequest', description: 'A product to sell.', schema: productRequest },
    answers: {
      200: { ...product, description: 'The product was replaced.' },
      201: { ...product, description: 'The product is new.', headers: versionHeader.extend(locationHeader.shape) },
    },
  },
  patchProduct: {
    method: 'PATCH',
    path: '/products/{sku}',
    summary: 'Changes a product, if it is as the caller knows it.',
    access: operator,
    pathParameters: skuPath,
    headers: ifMatchHeader,
    body: { name: 'ProductPatch', description: 'What changes.', schema: productPatch },
    answers: { 200: product },
    problems: {
      ...NO_SUCH_PRODUCT,
      412: 'The product has changed since: read it again.',
      428: 'Without If-Match nothing is changed.',
    },
  },
  deleteProduct: {
    method: 'DELETE',
    path: '/products/{sku}',
    summary: 'Takes a product off sale.',
    access: operator,
    pathParameters: skuPath,
    answers: { 204: { description: 'The product is no longer sold.' } },
    problems: { ...NO_SUCH_PRODUCT, 409: 'Some of it is reserved for orders.' },
  },
  putProductImage: {
    method: 'PUT',
    path: '/products/{sku}/image',
    summary: "Keeps a product's image, of at most 10 MB.",
    access: operator,
    pathParameters: skuPath,
    body: { description: 'The image.', mediaTypes: IMAGE_TYPES },
    answers: { 204: { description: 'The image is kept.' } },
    problems: { 502: 'The image cannot be kept.' },
  },
});
