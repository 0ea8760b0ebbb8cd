/** The largest size of the median bundle, in bytes. */
export const MEDIAN_BYTES = 400_000;
/** The largest size of the bundle that issues invoices, in bytes. */
export const ISSUE_INVOICE_BYTES = 600_000;
/** The longest import of a function, as a multiple of importing the SDK clients it uses. */
export const IMPORT_RATIO = 1.1;
