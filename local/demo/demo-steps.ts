import type { Order } from '../../lambda/orders/order.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { ApiClient } from './api-client.ts';
import { Articles } from './articles.ts';
import { describeBalance } from './balance.ts';
import { Ledger } from './ledger.ts';
import { Shop } from './shop.ts';
import { describeDocument, describeLake, describeQueues, describeStatuses } from './sights.ts';
import { stackOutputs } from './stack-outputs.ts';

/** A step of the demo: what is done and looked at, and what was seen. */
export interface DemoStep {
  readonly title: string;
  /** Does the step and says what was seen, line by line; throws where something was not. */
  run(): Promise<string[]>;
}

const HOUR = 3_600_000;

/** Orders over HTTP through a deployed stage, and what became of them everywhere. */
export async function demoSteps(stage: StageConfig): Promise<DemoStep[]> {
  const startedAt = new Date();
  const outputs = await stackOutputs(stage);
  const articles = new Articles(outputs, stage.region);
  const shop = new Shop(new ApiClient(outputs.get('ApiUrl'), stage.region));
  const deployed = { stage, outputs, startedAt };
  const orders: Order[] = [];
  const refunded = () => orders[0] as Order;

  const followed = async (order: Order, ...statuses: Order['status'][]) => {
    orders.push(order);
    return describeStatuses(deployed, order, statuses);
  };

  return [
    { title: 'Stock the shop', run: async () => [`${(await articles.seed()).join(', ')} are on sale`] },
    {
      title: 'Place a purchase over HTTP and follow it',
      run: async () => followed(await shop.purchase(), 'PLACED', 'RESERVED', 'CHARGED', 'SHIPPING', 'SHIPPED'),
    },
    {
      title: 'Ask for its refund and follow it',
      run: async () => {
        orders[0] = await shop.refund(refunded());
        return describeStatuses(deployed, refunded(), ['REFUND_REQUESTED', 'REFUNDED']);
      },
    },
    {
      title: 'Pay with a card that is declined: the stock is released',
      run: async () =>
        followed(
          await shop.settled(await shop.place({ paymentToken: 'tok_declined' })),
          'PLACED',
          'RESERVED',
          'REJECTED',
        ),
    },
    {
      title: 'Order for more than anyone may without approval, and approve it',
      run: async () => {
        const orderId = await shop.place({ lines: [{ sku: 'ESPRESSO-MACHINE', quantity: 1 }] });
        await shop.decide(orderId, 'APPROVED');
        return followed(await shop.settled(orderId), 'AWAITING_APPROVAL', 'CHARGED', 'SHIPPED');
      },
    },
    {
      title: 'Cancel an order that is paid and waits for its date of shipment',
      run: async () => {
        const orderId = await shop.place({ shipNotBefore: new Date(Date.now() + HOUR).toISOString() });
        await shop.reached(orderId, 'CHARGED');
        return followed(await shop.cancel(orderId), 'CHARGED', 'CANCELLING', 'CANCELLED');
      },
    },
    { title: 'See the messages each queue received', run: () => describeQueues(deployed, refunded()) },
    { title: 'See the invoice and its replica in the other region', run: () => describeDocument(deployed, refunded()) },
    { title: 'See the records that landed in the lake', run: () => describeLake(deployed, refunded()) },
    {
      title: 'See that stock and payments balance',
      run: async () => describeBalance(await articles.stock(), orders, await Ledger.of(stage, outputs)),
    },
  ];
}
