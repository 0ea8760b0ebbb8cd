import { InMemoryDecisions } from '../decisions/in-memory-decisions.ts';
import { describeOrderHistory } from '../history/order-history-contract.ts';
import { InMemoryProducts } from '../products/in-memory-products.ts';
import { describeProducts } from '../products/products-contract.ts';
import { InMemoryOrders } from './in-memory-orders.ts';
import { describeOrderStore } from './order-store-contract.ts';
import { ordersInDynamo } from './orders-in-dynamo.ts';
import { describeOrdersOverTime } from './orders-over-time-contract.ts';
import { SimulatedDynamo } from './simulated-dynamo.ts';

const tables = { orders: 'orders', stock: 'stock', idempotencyKeys: 'keys' };
const atOnce = async () => {};

function inSimulatedDynamo(now?: () => Date) {
  const { client } = new SimulatedDynamo({ travel: atOnce, hold: atOnce, fault: () => undefined });
  return ordersInDynamo(client, { tables, ...(now && { now }) });
}

describeOrderStore('memory', () => new InMemoryOrders());
describeOrderStore('a simulated DynamoDB', inSimulatedDynamo);
describeOrdersOverTime('memory', (now) => new InMemoryOrders(now), 50);
describeOrdersOverTime('a simulated DynamoDB', inSimulatedDynamo, 10);
describeOrderHistory('memory', () => new InMemoryOrders());
describeProducts('memory', () => {
  const orders = new InMemoryOrders();
  const decisions = new InMemoryDecisions();
  const products = new InMemoryProducts(orders, decisions);
  return { orders, products, changes: products, decisions };
});
