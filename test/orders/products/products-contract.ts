import { ulid } from 'ulid';
import type { Order } from '../../../lambda/orders/domain/order.ts';
import type { Products } from '../../../lambda/orders/products/products.ts';
import { anOrder } from '../an-order.ts';
import type { OrdersUnderTest } from '../store/order-store-contract.ts';

/** Products under test, with the orders that reserve them. */
export interface ProductsUnderTest {
  readonly products: Products;
  readonly orders: OrdersUnderTest;
}

/** The contract of products. */
export function describeProducts(where: string, productsThere: () => ProductsUnderTest): void {
  describe(`products in ${where}`, () => {
    const aCup = () => ({
      sku: `CUP-${ulid()}`,
      name: 'Cup',
      warehouse: 'north',
      unitPrice: 1_250,
      currency: 'EUR',
    });

    async function sold(initialStock?: number) {
      const there = productsThere();
      const article = aCup();
      const { kind, product } = await there.products.put(article, initialStock);
      expect({ kind, product }).toEqual({ kind: 'CREATED', product: { ...article, version: 1 } });
      return { ...there, article, sku: article.sku };
    }

    /** An order that reserves two of an article. */
    async function ordered({ products, orders, sku }: ProductsUnderTest & { sku: string }): Promise<Order> {
      const line = { sku, quantity: 2, name: 'Cup', warehouse: 'north', unitPrice: 1_250 };
      const order = anOrder({ orderId: ulid(), lines: [line] });
      await orders.accept(order, { idempotencyKey: order.orderId, payloadHash: 'hash', orderId: order.orderId });
      expect(await orders.change(order, { to: 'RESERVED', stock: 'reserve' })).toBe('CHANGED');
      expect(await products.find(sku)).toBeDefined();
      return (await orders.find(order.orderId)) as Order;
    }

    test('are found as they were put', async () => {
      const { products, article, sku } = await sold();
      expect(await products.find(sku)).toEqual({ ...article, version: 1 });
      expect(await products.find(aCup().sku)).toBeUndefined();
    });

    test('have the next version after they are put again', async () => {
      const { products, article, sku } = await sold();
      const dearer = { ...article, unitPrice: 1_500 };
      expect(await products.put(dearer)).toEqual({ kind: 'REPLACED', product: { ...dearer, version: 2 } });
      expect(await products.find(sku)).toEqual({ ...dearer, version: 2 });
    });

    test('get their initial stock with the first put, and keep their stock with the next', async () => {
      const { products, orders, article, sku } = await sold(5);
      await products.put(article, 9);
      expect(await orders.stockOf(sku)).toEqual({ available: 5, reserved: 0, shipped: 0 });
    });

    test('have no stock if the put has no initial stock', async () => {
      const { orders, sku } = await sold();
      expect(await orders.stockOf(sku)).toEqual({ available: 0, reserved: 0, shipped: 0 });
    });

    test('are changed in the given fields, and have the next version', async () => {
      const { products, article, sku } = await sold();
      const product = { ...article, name: 'Big cup', version: 2 };
      expect(await products.patch(sku, 1, { name: 'Big cup' })).toEqual({ kind: 'CHANGED', product });
      expect(await products.find(sku)).toEqual(product);
    });

    test('are changed by one of two concurrent changes of the same version', async () => {
      const { products, sku } = await sold();
      await products.patch(sku, 1, { unitPrice: 1_300 });
      expect(await products.patch(sku, 1, { unitPrice: 1_400 })).toEqual({ kind: 'STALE', version: 2 });
      expect(await products.find(sku)).toMatchObject({ unitPrice: 1_300 });
    });

    test('are not changed if they are not sold', async () => {
      const { products } = productsThere();
      const { sku } = aCup();
      expect(await products.patch(sku, 1, { unitPrice: 1 })).toEqual({ kind: 'NOT_FOUND' });
      expect(await products.find(sku)).toBeUndefined();
    });

    test('stay on sale while stock is reserved, and return the quantity', async () => {
      const there = await sold(5);
      await ordered(there);
      expect(await there.products.remove(there.sku)).toEqual({ kind: 'RESERVED', reserved: 2 });
      expect(await there.products.find(there.sku)).toBeDefined();
    });

    test('are removed if no stock is reserved, and shipped goods can still be restocked', async () => {
      const there = await sold(5);
      const { products, orders, sku } = there;
      const order = await ordered(there);
      const latest = async () => (await orders.find(order.orderId)) as Order;
      await orders.change(order, { to: 'CHARGED' });
      await orders.change(await latest(), { to: 'SHIPPING' });
      await orders.change(await latest(), { to: 'SHIPPED', stock: 'ship' });
      expect(await products.remove(sku)).toEqual({ kind: 'REMOVED' });
      expect(await products.find(sku)).toBeUndefined();
      expect(await products.remove(sku)).toEqual({ kind: 'NOT_FOUND' });

      await orders.change(await latest(), { to: 'REFUND_REQUESTED' });
      await orders.change(await latest(), { to: 'REFUNDED', stock: 'restock' });
      expect(await orders.stockOf(sku)).toEqual({ available: 5, reserved: 0, shipped: 0 });
    });

    test('are listed page by page, each once', async () => {
      const { products, article } = await sold();
      const another = aCup();
      await products.put(another);
      const listed: string[] = [];
      let page = await products.page(1);
      for (;;) {
        expect(page.items).toHaveLength(1);
        listed.push(...page.items.map(({ sku }) => sku));
        if (!page.next) break;
        page = await products.page(1, page.next);
      }
      expect(listed).toEqual(expect.arrayContaining([article.sku, another.sku]));
      expect(new Set(listed).size).toBe(listed.length);
    });
  });
}
