import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { DynamoOrderStatuses } from '../../bench/load/dynamo-order-statuses.ts';
import { settlementOf } from '../../bench/load/settlement.ts';
import { local } from '../../lib/stages/local.ts';
import { anOrder } from '../orders/an-order.ts';
import { ordersInDynamo } from '../orders/store/orders-in-dynamo.ts';
import { deployed } from './deployed.ts';

/** 200 workflows run at the same time. */
const PATIENCE = { timeoutMs: 240_000, intervalMs: 1_000 };

test(
  '200 orders at the same moment of an article with 100 pieces: 100 are shipped, 100 are out of stock, none fails',
  async () => {
    const { outputs, articles } = await deployed();
    const article = { sku: `HOT-${ulid()}`, name: 'Cup', warehouse: 'north', unitPrice: 1_250 };
    await articles.put({ ...article, currency: 'EUR' }, 100);
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: local.region }));
    const tables = {
      orders: outputs.get('OrdersTable'),
      stock: outputs.get('StockTable'),
      idempotencyKeys: outputs.get('IdempotencyKeysTable'),
    };
    const orders = ordersInDynamo(client, { tables });
    const lines = [{ ...article, quantity: 1 }];
    const now = new Date().toISOString();
    const ids = Array.from({ length: 200 }, () => ulid());
    await Promise.all(
      ids.map((orderId) =>
        orders.accept(anOrder({ orderId, lines, total: 1_250, placedAt: now, changedAt: now }), {
          idempotencyKey: orderId,
          payloadHash: '',
          orderId,
        }),
      ),
    );

    const { underWay, lost } = await settlementOf(new DynamoOrderStatuses(client, tables.orders), ids, PATIENCE);
    expect({ underWay, lost }).toEqual({ underWay: [], lost: [] });
    const ends = await Promise.all(ids.map((orderId) => orders.find(orderId)));
    const count = (status: string, reason?: string) =>
      ends.filter((order) => order?.status === status && order.reason === reason).length;
    expect([count('SHIPPED'), count('REJECTED', 'OUT_OF_STOCK')]).toEqual([100, 100]);
    expect(await orders.stockOf(article.sku)).toEqual({ available: 0, reserved: 0, shipped: 100 });
  },
  PATIENCE.timeoutMs + 60_000,
);
