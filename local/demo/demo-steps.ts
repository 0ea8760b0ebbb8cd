import type { Order } from '../../lambda/orders/order.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { ApiClient } from './api-client.ts';
import { seedArticles } from './articles.ts';
import { Shop } from './shop.ts';
import { describeDocument, describeLake, describeQueues, describeStatuses } from './sights.ts';
import { stackOutputs } from './stack-outputs.ts';

/** A step of the demo: what is done and looked at, and what was seen. */
export interface DemoStep {
  readonly title: string;
  /** Does the step and says what was seen, line by line; throws where something was not. */
  run(): Promise<string[]>;
}

/** A purchase and a refund over HTTP through a deployed stage, and what became of them everywhere. */
export async function demoSteps(stage: StageConfig): Promise<DemoStep[]> {
  const startedAt = new Date();
  const outputs = await stackOutputs(stage);
  const shop = new Shop(new ApiClient(outputs.get('ApiUrl'), stage.region));
  const deployed = { stage, outputs, startedAt };
  let order: Order;

  return [
    {
      title: 'Stock the shop',
      run: async () => [`${(await seedArticles(outputs, stage.region)).join(', ')} are on sale`],
    },
    {
      title: 'Place a purchase over HTTP and follow it',
      run: async () => {
        order = await shop.purchase();
        return describeStatuses(deployed, order, ['PLACED', 'RESERVED', 'SHIPPED']);
      },
    },
    {
      title: 'Ask for its refund and follow it',
      run: async () => {
        order = await shop.refund(order);
        return describeStatuses(deployed, order, ['REFUND_REQUESTED', 'REFUNDED']);
      },
    },
    { title: 'See the messages each queue received', run: () => describeQueues(deployed, order) },
    { title: 'See the invoice and its replica in the other region', run: () => describeDocument(deployed, order) },
    { title: 'See the records that landed in the lake', run: () => describeLake(deployed, order) },
  ];
}
