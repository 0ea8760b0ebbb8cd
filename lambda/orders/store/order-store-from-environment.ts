import { documentClient } from '../../platform/document-client.ts';
import { setting } from '../../platform/settings.ts';
import { DynamoOrderStore } from './dynamo-order-store.ts';

/** The orders and stock this function was given by `OrdersDataStack.grantChange`. */
export function orderStoreFromEnvironment(): DynamoOrderStore {
  return new DynamoOrderStore(documentClient(), {
    orders: setting('ORDERS_TABLE'),
    stock: setting('STOCK_TABLE'),
    approvalSeconds: Number(setting('APPROVAL_SECONDS')),
  });
}
