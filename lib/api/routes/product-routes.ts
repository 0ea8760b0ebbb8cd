import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { deleteProductEntry } from '../../../lambda/api/routes/delete-product-route.ts';
import { getProductEntry } from '../../../lambda/api/routes/get-product-route.ts';
import { listProductsEntry } from '../../../lambda/api/routes/list-products-route.ts';
import { patchProductEntry } from '../../../lambda/api/routes/patch-product-route.ts';
import { putProductEntry } from '../../../lambda/api/routes/put-product-route.ts';
import type { DocumentsDataStack } from '../../documents/documents-data-stack.ts';
import type { OrdersDataStack } from '../../orders/orders-data-stack.ts';
import { type Binding, bind, binding } from '../../platform/binding.ts';
import { acceptedCurrencies } from '../../stages/currencies-config.ts';
import type { StageConfig } from '../../stages/stage-config.ts';
import type { OrderApi } from '../gateway/order-api.ts';
import { ProductImageIntegration } from '../integrations/product-image-integration.ts';
import { API_VERSION } from '../operations/index.ts';
import { productOperations } from '../operations/product-operations.ts';
import { allowedOrigin, RouteFunction } from './route-function.ts';

/** Properties for `ProductRoutes`. */
export interface ProductRoutesProps {
  /** The stage to serve. */
  readonly stage: StageConfig;
  /** The API to add the routes to. */
  readonly api: OrderApi;
  /** The products. */
  readonly orders: OrdersDataStack;
  /** The bucket of product images. */
  readonly documents: DocumentsDataStack;
}

/** The routes of products, for web shops and operators. */
export class ProductRoutes extends Construct {
  constructor(scope: Construct, id: string, { stage, api, orders, documents }: ProductRoutesProps) {
    super(scope, id);
    const origin = allowedOrigin(stage);
    const { bindings } = orders;
    const currencies = acceptedCurrencies(stage.currencies);
    const flush = stage.api.cache ? [flushCache(api)] : [];

    const lister = new RouteFunction(this, 'ListProducts', {
      stage,
      operation: productOperations.listProducts,
      entry: bind(listProductsEntry, { bindings: [origin, bindings.listProducts] }),
    });
    api.serve(productOperations.listProducts, lister.integration);

    const reader = new RouteFunction(this, 'GetProduct', {
      stage,
      operation: productOperations.getProduct,
      entry: bind(getProductEntry, { bindings: [origin, bindings.getProduct] }),
    });
    api.serve(productOperations.getProduct, reader.integration);

    const seller = new RouteFunction(this, 'PutProduct', {
      stage,
      operation: productOperations.putProduct,
      entry: bind(putProductEntry, {
        bindings: [origin, bindings.putProduct, bindings.recordDecisions, ...flush],
        settings: currencies,
      }),
    });
    api.serve(productOperations.putProduct, seller.integration);

    const changer = new RouteFunction(this, 'PatchProduct', {
      stage,
      operation: productOperations.patchProduct,
      entry: bind(patchProductEntry, {
        bindings: [origin, bindings.patchProduct, bindings.recordDecisions, ...flush],
        settings: currencies,
      }),
    });
    api.serve(productOperations.patchProduct, changer.integration);

    const remover = new RouteFunction(this, 'DeleteProduct', {
      stage,
      operation: productOperations.deleteProduct,
      entry: bind(deleteProductEntry, {
        bindings: [origin, bindings.deleteProduct, bindings.recordDecisions, ...flush],
      }),
    });
    api.serve(productOperations.deleteProduct, remover.integration);

    const image = new ProductImageIntegration(this, 'Image', { documents, answerHeaders: api.answerHeaders });
    api.serve(productOperations.putProductImage, image.integration, image.methodOptions);
  }
}

/** Empties the stage's cache. */
function flushCache({ restApi }: OrderApi): Binding<'CACHED_API_ID' | 'CACHED_STAGE'> {
  return binding({ CACHED_API_ID: restApi.restApiId, CACHED_STAGE: API_VERSION }, ({ grantPrincipal }) =>
    grantPrincipal.addToPrincipalPolicy(
      new iam.PolicyStatement({
        sid: 'FlushStageCache',
        // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html#flush-api-caching
        actions: ['apigateway:DELETE'],
        resources: [
          Stack.of(restApi).formatArn({
            service: 'apigateway',
            account: '',
            resource: `/restapis/${restApi.restApiId}/stages/${API_VERSION}/cache/data`,
          }),
        ],
      }),
    ),
  );
}
