import type { Article, Product, ProductPatch } from '../../../lambda/orders/products/product.ts';
import type {
  PatchResult,
  ProductChanges,
  Products,
  PutResult,
  RemoveResult,
} from '../../../lambda/orders/products/products.ts';
import { type Page, pageOf } from '../../../lambda/platform/page.ts';
import { InMemoryDecisions } from '../decisions/in-memory-decisions.ts';
import type { InMemoryOrders } from '../store/in-memory-orders.ts';

/** Products in memory, with the stock that orders reserve. */
export class InMemoryProducts implements Products, ProductChanges {
  readonly #products = new Map<string, Product>();
  readonly #orders: InMemoryOrders;
  readonly #decisions: InMemoryDecisions;
  readonly #now: () => Date;

  constructor(orders: InMemoryOrders, decisions = new InMemoryDecisions(), now = () => new Date()) {
    this.#orders = orders;
    this.#decisions = decisions;
    this.#now = now;
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

  async put(article: Article, by: string, initialStock = 0): Promise<PutResult> {
    const { sku } = article;
    if (!(await this.#orders.stockOf(sku))) await this.#orders.stockArticle(sku, initialStock);
    const before = this.#products.get(sku);
    const product = { ...article, version: (before?.version ?? 0) + 1 };
    await this.#change(by, sku, product);
    return { kind: before ? 'REPLACED' : 'CREATED', product };
  }

  async patch(sku: string, version: number, patch: ProductPatch, by: string): Promise<PatchResult> {
    const before = this.#products.get(sku);
    if (!before) return { kind: 'NOT_FOUND' };
    if (before.version !== version) return { kind: 'STALE', version: before.version };
    const product = { ...before, ...patch, version: version + 1 };
    await this.#change(by, sku, product);
    return { kind: 'CHANGED', product };
  }

  async remove(sku: string, by: string): Promise<RemoveResult> {
    if (!this.#products.has(sku)) return { kind: 'NOT_FOUND' };
    const { reserved = 0 } = (await this.#orders.stockOf(sku)) ?? {};
    if (reserved > 0) return { kind: 'RESERVED', reserved };
    await this.#change(by, sku);
    return { kind: 'REMOVED' };
  }

  async #change(by: string, sku: string, after?: Product): Promise<void> {
    const before = this.#products.get(sku);
    if (after) this.#products.set(sku, after);
    else this.#products.delete(sku);
    const kind = after ? (before ? 'PRODUCT_CHANGED' : 'PRODUCT_CREATED') : 'PRODUCT_REMOVED';
    const at = this.#now().toISOString();
    await this.#decisions.record({ kind, sku, by, at, ...(before && { before }), ...(after && { after }) });
  }
}
