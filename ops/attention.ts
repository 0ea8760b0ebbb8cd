import { stackOutputs } from '../client/stack-outputs.ts';
import { selectStages } from '../lib/stages/index.ts';
import { ATTENTION_HELP, parseAttentionOptions } from './attention/attention-options.ts';
import { describeAttention } from './attention/describe-attention.ts';
import { ordersNeedingAttention } from './attention/orders-needing-attention.ts';
import { deployedOrderStore } from './deployed-order-store.ts';

/** Lists the orders that need attention: `npm run attention -- --help`. */
try {
  const options = parseAttentionOptions(process.argv.slice(2));
  if (options.kind === 'help') {
    console.log(ATTENTION_HELP);
  } else {
    for (const stage of selectStages(options.stage)) {
      const outputs = await stackOutputs(stage);
      const store = deployedOrderStore(stage, outputs);
      const orders = await ordersNeedingAttention(store);
      console.log(options.json ? JSON.stringify(orders, null, 2) : describeAttention(orders, stage.name));
    }
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
