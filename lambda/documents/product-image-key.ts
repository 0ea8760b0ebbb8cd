/** What the keys of all product images begin with; what lies below is neither announced nor copied. */
export const PRODUCT_IMAGE_PREFIX = 'product-images/';

/** The key a product's image is stored under: a product has one, and a new one replaces it. */
export function productImageKey(sku: string): string {
  return `${PRODUCT_IMAGE_PREFIX}${sku}`;
}
