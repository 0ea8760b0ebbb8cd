import { ulid } from 'ulid';
import type { Decisions, ProductDecision } from '../../../lambda/orders/decisions/decision-record.ts';
import type { Order } from '../../../lambda/orders/domain/order.ts';
import type { ProductChanges, Products } from '../../../lambda/orders/products/products.ts';
import { anOrder } from '../an-order.ts';
import type { OrdersUnderTest } from '../store/order-store-contract.ts';

const ANN = 'arn:aws:iam::111122223333:user/ann@example.com';

/** Products under test, with the orders that reserve them. */
export interface ProductsUnderTest {
  readonly products: Products;
  readonly changes: ProductChanges;
  readonly decisions: Decisions;
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
      const { kind, product } = await there.changes.put(article, ANN, initialStock);
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
      const { products, changes, article, sku } = await sold();
      const dearer = { ...article, unitPrice: 1_500 };
      expect(await changes.put(dearer, ANN)).toEqual({ kind: 'REPLACED', product: { ...dearer, version: 2 } });
      expect(await products.find(sku)).toEqual({ ...dearer, version: 2 });
    });

    test('get their initial stock with the first put, and keep their stock with the next', async () => {
      const { changes, orders, article, sku } = await sold(5);
      await changes.put(article, ANN, 9);
      expect(await orders.stockOf(sku)).toEqual({ available: 5, reserved: 0, shipped: 0 });
    });

    test('have no stock if the put has no initial stock', async () => {
      const { orders, sku } = await sold();
      expect(await orders.stockOf(sku)).toEqual({ available: 0, reserved: 0, shipped: 0 });
    });

    test('are changed in the given fields, and have the next version', async () => {
      const { products, changes, article, sku } = await sold();
      const product = { ...article, name: 'Big cup', version: 2 };
      expect(await changes.patch(sku, 1, { name: 'Big cup' }, ANN)).toEqual({ kind: 'CHANGED', product });
      expect(await products.find(sku)).toEqual(product);
    });

    test('are changed by one of two concurrent changes of the same version', async () => {
      const { products, changes, sku } = await sold();
      await changes.patch(sku, 1, { unitPrice: 1_300 }, ANN);
      expect(await changes.patch(sku, 1, { unitPrice: 1_400 }, ANN)).toEqual({ kind: 'STALE', version: 2 });
      expect(await products.find(sku)).toMatchObject({ unitPrice: 1_300 });
    });

    test('are not changed if they are not sold', async () => {
      const { products, changes } = productsThere();
      const { sku } = aCup();
      expect(await changes.patch(sku, 1, { unitPrice: 1 }, ANN)).toEqual({ kind: 'NOT_FOUND' });
      expect(await products.find(sku)).toBeUndefined();
    });

    test('stay on sale while stock is reserved, and return the quantity', async () => {
      const there = await sold(5);
      await ordered(there);
      expect(await there.changes.remove(there.sku, ANN)).toEqual({ kind: 'RESERVED', reserved: 2 });
      expect(await there.products.find(there.sku)).toBeDefined();
    });

    test('are removed if no stock is reserved, and shipped goods can still be restocked', async () => {
      const there = await sold(5);
      const { products, changes, orders, sku } = there;
      const order = await ordered(there);
      const latest = async () => (await orders.find(order.orderId)) as Order;
      await orders.change(order, { to: 'CHARGED' });
      await orders.change(await latest(), { to: 'SHIPPING' });
      await orders.change(await latest(), { to: 'SHIPPED', stock: 'ship' });
      expect(await changes.remove(sku, ANN)).toEqual({ kind: 'REMOVED' });
      expect(await products.find(sku)).toBeUndefined();
      expect(await changes.remove(sku, ANN)).toEqual({ kind: 'NOT_FOUND' });

      await orders.change(await latest(), { to: 'REFUND_REQUESTED' });
      await orders.change(await latest(), { to: 'REFUNDED', stock: 'restock' });
      expect(await orders.stockOf(sku)).toEqual({ available: 5, reserved: 0, shipped: 0 });
    });

    test('are listed page by page, each once', async () => {
      const { products, changes, article } = await sold();
      const another = aCup();
      await changes.put(another, ANN);
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

    test('are recorded with each change, before and after it', async () => {
      const { changes, decisions, article, sku } = await sold();
      await changes.patch(sku, 1, { unitPrice: 1_300 }, ANN);
      await changes.patch(sku, 1, { unitPrice: 1_400 }, ANN);
      await changes.put({ ...article, unitPrice: 1_500 }, ANN);
      await changes.remove(sku, ANN);
      await changes.remove(sku, ANN);
      const [first, second, third] = [1_250, 1_300, 1_500].map((unitPrice, index) => ({
        ...article,
        unitPrice,
        version: index + 1,
      }));
      const records = (await decisions.onProduct(sku, '2000')).toSorted(
        (left, right) => versionOf(left) - versionOf(right),
      );
      expect(records).toMatchObject([
        { kind: 'PRODUCT_CREATED', sku, by: ANN, after: first },
        { kind: 'PRODUCT_CHANGED', sku, by: ANN, before: first, after: second },
        { kind: 'PRODUCT_CHANGED', sku, by: ANN, before: second, after: third },
        { kind: 'PRODUCT_REMOVED', sku, by: ANN, before: third },
      ]);
      expect(await decisions.onProduct(sku, '3000')).toEqual([]);
    });

    test('are recorded once for each of several changes at the same time', async () => {
      const { changes, decisions, article, sku } = await sold();
      const versions = await Promise.all([1, 2, 3].map((price) => changes.put({ ...article, unitPrice: price }, ANN)));
      expect(versions.map(({ product }) => product.version).sort()).toEqual([2, 3, 4]);
      expect(await decisions.onProduct(sku, '2000')).toHaveLength(4);
    });
  });
}

/** The order of a change among those of a product: changes within a millisecond have the same time. */
function versionOf({ before }: ProductDecision): number {
  return (before as { version?: number } | undefined)?.version ?? 0;
}
