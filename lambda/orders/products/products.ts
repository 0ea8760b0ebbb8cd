import type { Page } from '../../platform/page.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Article, Product, ProductPatch } from './product.ts';

/** The settings of a function that reads or changes products. */
export const PRODUCT_SETTINGS = ['PRODUCTS_TABLE', 'STOCK_TABLE'] as const;

/** Values of the settings of a function that reads or changes products. */
export type ProductSettings = Settings<(typeof PRODUCT_SETTINGS)[number]>;

/** What came of putting an article on sale. */
export interface PutResult {
  readonly kind: 'CREATED' | 'REPLACED';
  readonly product: Product;
}

/** What came of changing a product of a version. */
export type PatchResult =
  | { readonly kind: 'CHANGED'; readonly product: Product }
  | { readonly kind: 'STALE'; readonly version: number }
  | { readonly kind: 'NOT_FOUND' };

/** What came of taking a product off sale. */
export type RemoveResult =
  | { readonly kind: 'REMOVED' }
  | { readonly kind: 'RESERVED'; readonly reserved: number }
  | { readonly kind: 'NOT_FOUND' };

/** Where products are kept. */
export interface Products {
  find(sku: string): Promise<Product | undefined>;
  /** Some of the products, in an order of the keeper's; with `after`, those behind that article. */
  page(limit: number, after?: string): Promise<Page<Product>>;
  /** Sells an article, at its version 1 or one version on; it is stocked only if it never was. */
  put(article: Article, initialStock?: number): Promise<PutResult>;
  /** Changes a product if it is still at this version. */
  patch(sku: string, version: number, patch: ProductPatch): Promise<PatchResult>;
  /** Takes a product off sale, unless some of it is reserved for orders. What was shipped of it can still be given back. */
  remove(sku: string): Promise<RemoveResult>;
}
