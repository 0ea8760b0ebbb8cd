import type { Page } from '../../platform/page.ts';
import type { Settings } from '../../platform/settings.ts';
import { DECISION_SETTINGS } from '../decisions/decision-record.ts';
import type { Article, Product, ProductPatch } from './product.ts';

/** The settings of a function that changes products. */
export const PRODUCT_CHANGE_SETTINGS = ['PRODUCTS_TABLE', 'STOCK_TABLE', ...DECISION_SETTINGS] as const;

/** Values of the settings of a function that changes products. */
export type ProductChangeSettings = Settings<(typeof PRODUCT_CHANGE_SETTINGS)[number]>;

/** The stock of an article: the quantities that are available, reserved and shipped. */
export interface StockCount {
  readonly sku: string;
  readonly available: number;
  readonly reserved: number;
  readonly shipped: number;
}

/** Result of creating or replacing a product. */
export interface PutResult {
  readonly kind: 'CREATED' | 'REPLACED';
  readonly product: Product;
}

/** Result of changing a product at a version. */
export type PatchResult =
  | { readonly kind: 'CHANGED'; readonly product: Product }
  | { readonly kind: 'STALE'; readonly version: number }
  | { readonly kind: 'NOT_FOUND' };

/** Result of removing a product. */
export type RemoveResult =
  | { readonly kind: 'REMOVED' }
  | { readonly kind: 'RESERVED'; readonly reserved: number }
  | { readonly kind: 'NOT_FOUND' };

/** The products on sale. */
export interface Products {
  find(sku: string): Promise<Product | undefined>;
  /** Lists products in storage order; with `after`, those after that article. */
  page(limit: number, after?: string): Promise<Page<Product>>;
}

/** The changes of products, each recorded with the product before and after it, and the ARN of the operator (`by`). */
export interface ProductChanges {
  /** Creates a product at version 1, or replaces it at the next version; sets the stock only if there is none yet. */
  put(article: Article, by: string, initialStock?: number): Promise<PutResult>;
  /** Changes a product if it is still at this version. */
  patch(sku: string, version: number, patch: ProductPatch, by: string): Promise<PatchResult>;
  /** Removes a product, unless stock of it is reserved. Shipped goods can still be restocked. */
  remove(sku: string, by: string): Promise<RemoveResult>;
}
