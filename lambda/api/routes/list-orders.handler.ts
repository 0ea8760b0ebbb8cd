import { DynamoOrderHistory } from '../../orders/history/dynamo-order-history.ts';
import { documentClient } from '../../platform/document-client.ts';
import { settingsOf } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { listOrdersEntry, listOrdersRoute } from './list-orders-route.ts';

const settings = settingsOf(listOrdersEntry);

export const handler = route(
  settings,
  listOrdersRoute(new DynamoOrderHistory(documentClient(), settings.ORDERS_TABLE)),
);
