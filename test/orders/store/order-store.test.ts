import { describeOrderHistory } from '../history/order-history-contract.ts';
import { InMemoryProducts } from '../products/in-memory-products.ts';
import { describeProducts } from '../products/products-contract.ts';
import { InMemoryOrders } from './in-memory-orders.ts';
import { describeOrderStore } from './order-store-contract.ts';

describeOrderStore('memory', () => new InMemoryOrders());
describeOrderHistory('memory', () => new InMemoryOrders());
describeProducts('memory', () => {
  const orders = new InMemoryOrders();
  return { orders, products: new InMemoryProducts(orders) };
});
