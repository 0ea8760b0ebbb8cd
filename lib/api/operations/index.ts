import { approvalOperations } from './approval-operations.ts';
import { eventOperations } from './event-operations.ts';
import { healthOperations } from './health-operations.ts';
import type { Operation } from './operation.ts';
import { orderOperations } from './order-operations.ts';
import { productOperations } from './product-operations.ts';

/** The version of the API: the first part of every path. */
export const API_VERSION = 'v1';

/** The operations of the API. */
export const OPERATIONS: readonly Operation[] = [
  orderOperations,
  productOperations,
  eventOperations,
  approvalOperations,
  healthOperations,
].flatMap((operations) => Object.values<Operation>(operations));
