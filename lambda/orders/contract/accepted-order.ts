import * as z from 'zod';
import { schema } from '../../platform/schema.ts';
import { publicOrder } from './public-order.ts';

/** Schema of the answer to a request that was accepted and is carried out afterwards. */
export const acceptedOrder = /* @__PURE__ */ schema(() =>
  z.strictObject({
    orderId: publicOrder.shape.orderId,
    status: z
      .enum(['PLACED', 'CANCELLING', 'REFUND_REQUESTED'])
      .meta({ description: 'The request that was accepted.' }),
  }),
);
