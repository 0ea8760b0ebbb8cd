/** What the scopes of customers' access tokens are scopes of: the identifier of the user pool's resource server. */
export const ORDERS_RESOURCE = 'orders';

/** Lets a customer see own orders and invoices. */
export const READ_ORDERS = `${ORDERS_RESOURCE}/read`;
/** Lets a customer place, cancel and send back own orders. */
export const WRITE_ORDERS = `${ORDERS_RESOURCE}/write`;
