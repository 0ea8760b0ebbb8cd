/** The prefix of the keys of product images. S3 neither sends notifications for them nor replicates them. */
export const PRODUCT_IMAGE_PREFIX = 'product-images/';

/** Returns the key of a product's image. A new image replaces the previous one. */
export function productImageKey(sku: string): string {
  return `${PRODUCT_IMAGE_PREFIX}${sku}`;
}
