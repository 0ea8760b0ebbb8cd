import type { Article, Product, ProductPatch } from '../../../lambda/orders/products/product.ts';
import type { PatchResult, Products, PutResult, RemoveResult } from '../../../lambda/orders/products/products.ts';
import { type Page, pageOf } from '../../../lambda/platform/page.ts';
import type { InMemoryOrders } from '../store/in-memory-orders.ts';

/** Products in memory, with the stock that orders reserve. */
export class InMemoryProducts implements Products {
  readonly #products = new Map<string, Product>();
  readonly #orders: InMemoryOrders;

  constructor(orders: InMemoryOrders) {
    this.#orders = orders;
  }

  async find(sku: string): Promise<Product | undefined> {
    return this.#products.get(sku);
  }

  async page(limit: number, after = ''): Promise<Page<Product>> {
    const behind = [...this.#products.values()]
      .filter(({ sku }) => sku > after)
      .sort((left, right) => (left.sku < right.sku ? -1 : 1));
    return pageOf(behind, limit, ({ sku }) => sku);
  }

  async put(article: Article, initialStock = 0): Promise<PutResult> {
    if (!(await this.#orders.stockOf(article.sku))) await this.#orders.stockArticle(article.sku, initialStock);
    const before = this.#products.get(article.sku);
    const product = { ...article, version: (before?.version ?? 0) + 1 };
    this.#products.set(article.sku, product);
    return { kind: before ? 'REPLACED' : 'CREATED', product };
  }

  async patch(sku: string, version: number, patch: ProductPatch): Promise<PatchResult> {
    const before = this.#products.get(sku);
    if (!before) return { kind: 'NOT_FOUND' };
    if (before.version !== version) return { kind: 'STALE', version: before.version };
    const product = { ...before, ...patch, version: version + 1 };
    this.#products.set(sku, product);
    return { kind: 'CHANGED', product };
  }

  async remove(sku: string): Promise<RemoveResult> {
    if (!this.#products.has(sku)) return { kind: 'NOT_FOUND' };
    const { reserved = 0 } = (await this.#orders.stockOf(sku)) ?? {};
    if (reserved > 0) return { kind: 'RESERVED', reserved };
    this.#products.delete(sku);
    return { kind: 'REMOVED' };
  }
}
