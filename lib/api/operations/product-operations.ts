import { ifMatchHeader, pageQuery, skuPath } from '../../../lambda/api/http/request-parameters.ts';
import { productPage, productPatch, productRequest, productView } from '../../../lambda/orders/products/product.ts';
import { locationHeader, versionHeader } from './answer-headers.ts';
import { IMAGE_TYPES } from './media-types.ts';
import { operationsOf } from './operation.ts';

const operator = { kind: 'operator', duty: 'price-manager' } as const;
const NO_SUCH_PRODUCT = { 404: 'There is no product with this SKU.' };
const product = { description: 'The product.', json: { name: 'Product', schema: productView }, headers: versionHeader };

/** Operations on products, for web shops and operators. */
export const productOperations = operationsOf({
  listProducts: {
    method: 'GET',
    path: '/products',
    summary: 'Lists the products on sale, in storage order.',
    access: { kind: 'api-key' },
    cached: true,
    queryParameters: pageQuery,
    answers: {
      200: {
        description: 'A page of products; `next` is the cursor of the next page.',
        json: { name: 'ProductPage', schema: productPage },
      },
    },
  },
  getProduct: {
    method: 'GET',
    path: '/products/{sku}',
    summary: 'Gets a product.',
    access: { kind: 'api-key' },
    cached: true,
    pathParameters: skuPath,
    answers: { 200: product },
    problems: NO_SUCH_PRODUCT,
  },
  putProduct: {
    method: 'PUT',
    path: '/products/{sku}',
    summary: 'Creates or replaces a product.',
    access: operator,
    pathParameters: skuPath,
    body: { name: 'ProductRequest', description: 'The product to create or replace.', schema: productRequest },
    answers: {
      200: { ...product, description: 'The product was replaced.' },
      201: { ...product, description: 'The product was created.', headers: versionHeader.extend(locationHeader.shape) },
    },
  },
  patchProduct: {
    method: 'PATCH',
    path: '/products/{sku}',
    summary: 'Updates a product if it has not changed since the caller read it.',
    access: operator,
    pathParameters: skuPath,
    headers: ifMatchHeader,
    body: { name: 'ProductPatch', description: 'The fields to update.', schema: productPatch },
    answers: { 200: product },
    problems: {
      ...NO_SUCH_PRODUCT,
      412: 'The product has changed since the caller read it.',
      428: 'The If-Match header is missing.',
    },
  },
  deleteProduct: {
    method: 'DELETE',
    path: '/products/{sku}',
    summary: 'Removes a product from sale.',
    access: operator,
    pathParameters: skuPath,
    answers: { 204: { description: 'The product was removed.' } },
    problems: { ...NO_SUCH_PRODUCT, 409: 'Stock of the product is reserved for orders.' },
  },
  putProductImage: {
    method: 'PUT',
    path: '/products/{sku}/image',
    summary: "Stores a product's image of at most 10 MB.",
    access: operator,
    pathParameters: skuPath,
    body: { description: 'The image.', mediaTypes: IMAGE_TYPES },
    answers: { 204: { description: 'The image was stored.' } },
    problems: { 502: 'The image could not be stored.' },
  },
});
