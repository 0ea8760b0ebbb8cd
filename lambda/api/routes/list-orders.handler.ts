import { DynamoOrderHistory } from '../../orders/history/dynamo-order-history.ts';
import { documentClient } from '../../platform/document-client.ts';
import { setting } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { listOrdersRoute } from './list-orders-route.ts';

export const handler = route(listOrdersRoute(new DynamoOrderHistory(documentClient(), setting('ORDERS_TABLE'))));
