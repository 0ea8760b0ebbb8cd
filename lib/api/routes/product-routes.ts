import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { DocumentsDataStack } from '../../documents/documents-data-stack.ts';
import type { OrdersDataStack } from '../../orders/orders-data-stack.ts';
import type { StageConfig } from '../../stages/stage-config.ts';
import type { OrderApi } from '../gateway/order-api.ts';
import { ProductImageIntegration } from '../integrations/product-image-integration.ts';
import { API_VERSION } from '../operations/index.ts';
import { productOperations } from '../operations/product-operations.ts';
import { RouteFunction } from './route-function.ts';

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

    const lister = new RouteFunction(this, 'ListProducts', { stage, operation: productOperations.listProducts });
    orders.grantListProducts(lister);
    api.serve(productOperations.listProducts, lister.integration);

    const reader = new RouteFunction(this, 'GetProduct', { stage, operation: productOperations.getProduct });
    orders.grantGetProduct(reader);
    api.serve(productOperations.getProduct, reader.integration);

    const seller = new RouteFunction(this, 'PutProduct', { stage, operation: productOperations.putProduct });
    orders.grantPutProduct(seller);
    api.serve(productOperations.putProduct, seller.integration);

    const changer = new RouteFunction(this, 'PatchProduct', { stage, operation: productOperations.patchProduct });
    orders.grantPatchProduct(changer);
    api.serve(productOperations.patchProduct, changer.integration);

    const remover = new RouteFunction(this, 'DeleteProduct', { stage, operation: productOperations.deleteProduct });
    orders.grantDeleteProduct(remover);
    api.serve(productOperations.deleteProduct, remover.integration);

    if (stage.api.cache) for (const each of [seller, changer, remover]) grantFlushCache(each, api);
    const image = new ProductImageIntegration(this, 'Image', { documents, answerHeaders: api.answerHeaders });
    api.serve(productOperations.putProductImage, image.integration, image.methodOptions);
  }
}

/** Lets a function empty the stage's cache, and tells it which that is. */
function grantFlushCache(changer: RouteFunction, { restApi }: OrderApi): void {
  changer.addEnvironment('CACHED_API_ID', restApi.restApiId);
  changer.addEnvironment('CACHED_STAGE', API_VERSION);
  changer.addToRolePolicy(
    new iam.PolicyStatement({
      sid: 'FlushStageCache',
      // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html#flush-api-caching
      actions: ['apigateway:DELETE'],
      resources: [
        Stack.of(changer).formatArn({
          service: 'apigateway',
          account: '',
          resource: `/restapis/${restApi.restApiId}/stages/${API_VERSION}/cache/data`,
        }),
      ],
    }),
  );
}
