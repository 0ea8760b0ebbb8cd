/** The identifier of the user pool's resource server, the prefix of the scopes. */
export const ORDERS_RESOURCE = 'orders';

/** Permits a customer to read their own orders and invoices. */
export const READ_ORDERS = `${ORDERS_RESOURCE}/read`;
/** Permits a customer to place, cancel and return their own orders. */
export const WRITE_ORDERS = `${ORDERS_RESOURCE}/write`;
