import { InMemoryOrders } from './in-memory-orders.ts';
import { describeOrderStore } from './order-store-contract.ts';

describeOrderStore('memory', () => new InMemoryOrders());
