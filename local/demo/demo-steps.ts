import { ApiClient } from '../../client/api-client.ts';
import { apiKeyOf } from '../../client/api-keys.ts';
import { withApiKey } from '../../client/credentials.ts';
import { Customer, requirePasswordSignIn } from '../../client/customer.ts';
import { DemoOperator } from '../../client/demo-operator.ts';
import { listApprovals, type Order } from '../../client/order-api.ts';
import { DemoPartner } from '../../client/partner.ts';
import { placeAsPartner } from '../../client/partner-order.ts';
import { PaymentLedger } from '../../client/payment-ledger.ts';
import { Shop } from '../../client/shop.ts';
import { stackOutputs } from '../../client/stack-outputs.ts';
import { PATIENCE, until } from '../../client/until.ts';
import { viewProduct } from '../../client/web-shop.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { Articles } from '../../ops/seed/articles.ts';
import type { Step } from '../platform/step.ts';
import { describeBalance } from './balance.ts';
import {
  describeDocument,
  describeInvoice,
  describeLake,
  describeQueues,
  describeShopEvent,
  describeStatuses,
} from './observations.ts';

const HOUR = 3_600_000;

/**
 * Returns the steps of the demo: orders over HTTP, and a check of every service they reach.
 *
 * @throws Error if the stage has no sign-in with a password
 */
export async function demoSteps(stage: StageConfig): Promise<Step[]> {
  requirePasswordSignIn(stage);
  const startedAt = new Date();
  const outputs = await stackOutputs(stage);
  const articles = new Articles(outputs, stage);
  const operator = new ApiClient(outputs.get('ApiUrl'), stage.region);
  const customer = operator.as(new Customer(stage, outputs).credentials);
  const shop = new Shop(customer, operator);
  const deployed = { stage, outputs, startedAt };
  const orders: Order[] = [];
  const refunded = () => orders[0] as Order;
  let shopEventId: string;

  const followed = async (order: Order, ...statuses: Order['status'][]) => {
    orders.push(order);
    return describeStatuses(deployed, order, statuses);
  };

  return [
    { title: 'Stock the shop', run: async () => [`${(await articles.seed()).join(', ')} are on sale`] },
    {
      title: 'View a product in a web shop, which reports a shop event',
      run: async () => {
        const webShop = operator.as(withApiKey(await apiKeyOf(stage, outputs, 'WebShopKeyId')));
        const { product, eventId } = await viewProduct(webShop, 'ESPRESSO-CUP');
        shopEventId = eventId;
        return [`${product.name}: ${product.unitPrice} ${product.currency} (minor units)`];
      },
    },
    {
      title: 'Place an order over HTTP and follow it',
      run: async () => followed(await shop.purchase(), 'PLACED', 'CHARGED', 'SHIPPING', 'SHIPPED'),
    },
    {
      title: 'Request its refund and follow it',
      run: async () => {
        orders[0] = await shop.refund(refunded());
        return describeStatuses(deployed, refunded(), ['REFUND_REQUESTED', 'REFUNDED']);
      },
    },
    {
      title: 'Pay with a declined card: the stock is released',
      run: async () =>
        followed(await shop.settled(await shop.place({ paymentToken: 'tok_declined' })), 'PLACED', 'REJECTED'),
    },
    {
      title: 'Place an order that needs approval, and approve it',
      run: async () => {
        const approver = await DemoOperator.of(stage, outputs, ['ApproversPolicyArn']);
        try {
          const approving = operator.as(approver.credentials);
          await until('the permission of the approver', PATIENCE, async () => {
            const { status } = await listApprovals({}, approving.opts);
            return status === 200 || undefined;
          });
          const orderId = await shop.place({ lines: [{ sku: 'ESPRESSO-MACHINE', quantity: 1 }] });
          await new Shop(customer, approving).decide(orderId, 'APPROVED');
          return await followed(await shop.settled(orderId), 'PLACED', 'CHARGED', 'SHIPPED');
        } finally {
          await approver.leave();
        }
      },
    },
    {
      title: 'Cancel a paid order that waits for its date of shipment',
      run: async () => {
        const orderId = await shop.place({ shipNotBefore: new Date(Date.now() + HOUR).toISOString() });
        await shop.reached(orderId, 'CHARGED');
        return followed(await shop.cancel(orderId), 'CHARGED', 'CANCELLING', 'CANCELLED');
      },
    },
    {
      title: 'Place an order as a partner, with a signed token',
      run: async () => {
        const partner = await DemoPartner.of(stage, outputs);
        try {
          const order = await placeAsPartner(operator, await apiKeyOf(stage, outputs, 'PartnerKeyId'), partner);
          return await describeStatuses(deployed, order, ['PLACED', 'SHIPPED']);
        } finally {
          await partner.leave();
        }
      },
    },
    { title: 'Check the messages that each queue received', run: () => describeQueues(deployed, refunded()) },
    {
      title: 'Check the invoice and its replica in the other region, and download it as the customer',
      run: async () => [
        ...(await describeDocument(deployed, refunded())),
        ...(await describeInvoice(deployed, customer, refunded())),
      ],
    },
    {
      title: 'Check the records in the lake',
      run: async () => [
        ...(await describeLake(deployed, refunded())),
        ...(await describeShopEvent(deployed, shopEventId)),
      ],
    },
    {
      title: 'Check that stock and payments balance',
      run: async () => describeBalance(await articles.stock(), orders, await PaymentLedger.of(stage, outputs)),
    },
  ];
}
