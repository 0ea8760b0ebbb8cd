/** The content types of the images a product may have. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** The content type of invoices. */
export const INVOICE_TYPE = 'application/pdf';
