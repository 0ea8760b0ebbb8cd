import { documentClient } from '../../platform/document-client.ts';
import { setting } from '../../platform/settings.ts';
import { DynamoProducts } from './dynamo-products.ts';

/** The products this function was told of by one of the grants on products of `OrdersDataStack`. */
export function productsFromEnvironment(): DynamoProducts {
  return new DynamoProducts(documentClient(), { products: setting('PRODUCTS_TABLE'), stock: setting('STOCK_TABLE') });
}
