import { DynamoOrderHistory } from '../orders/dynamo-order-history.ts';
import { documentClient } from '../platform/document-client.ts';
import { setting } from '../platform/settings.ts';
import { listOrders } from './list-orders.ts';
import { route } from './route.ts';

export const handler = route(listOrders(new DynamoOrderHistory(documentClient(), setting('ORDERS_TABLE'))));
