import { decideApproval, listApprovals } from './approval-operations.ts';
import { putEvents } from './event-operations.ts';
import { getHealth, getProviderHealth } from './health-operations.ts';
import type { Operation } from './operation.ts';
import {
  getInvoice,
  getOrder,
  listOrders,
  placeOrder,
  placePartnerOrder,
  requestCancellation,
  requestRefund,
} from './order-operations.ts';
import {
  deleteProduct,
  getProduct,
  listProducts,
  patchProduct,
  putProduct,
  putProductImage,
} from './product-operations.ts';

/** Everything the API can be asked for. */
export const OPERATIONS: readonly Operation[] = [
  placeOrder,
  listOrders,
  getOrder,
  requestCancellation,
  requestRefund,
  getInvoice,
  placePartnerOrder,
  listProducts,
  getProduct,
  putProduct,
  patchProduct,
  deleteProduct,
  putProductImage,
  putEvents,
  decideApproval,
  listApprovals,
  getHealth,
  getProviderHealth,
];
