import { InMemoryOrders } from './in-memory-orders.ts';
import { InMemoryProducts } from './in-memory-products.ts';
import { describeOrderHistory } from './order-history-contract.ts';
import { describeOrderStore } from './order-store-contract.ts';
import { describeProducts } from './products-contract.ts';

describeOrderStore('memory', () => new InMemoryOrders());
describeOrderHistory('memory', () => new InMemoryOrders());
describeProducts('memory', () => {
  const orders = new InMemoryOrders();
  return { orders, products: new InMemoryProducts(orders) };
});
