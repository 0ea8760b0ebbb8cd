import { parseAttentionOptions } from './attention/attention-options.ts';
import { describeAttention } from './attention/describe-attention.ts';
import { ordersNeedingAttention } from './attention/orders-needing-attention.ts';
import { runForStage } from './command-line/run-for-stage.ts';
import { deployedOrderStore } from './deployed-order-store.ts';

/** Lists the orders that need attention: `npm run attention -- --help`. */
await runForStage(parseAttentionOptions, async ({ json }, stage, outputs) => {
  const orders = await ordersNeedingAttention(deployedOrderStore(stage, outputs));
  console.log(json ? JSON.stringify(orders, null, 2) : describeAttention(orders, stage.name));
  return 0;
});
