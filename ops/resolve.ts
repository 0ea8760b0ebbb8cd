import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { stackOutputs } from '../client/stack-outputs.ts';
import { DynamoOrderStore } from '../lambda/orders/store/dynamo-order-store.ts';
import { selectStages } from '../lib/stages/index.ts';
import { parseResolveOptions, RESOLVE_HELP } from './resolve/resolve-options.ts';
import { resolveOrder } from './resolve/resolve-order.ts';

/** Brings an order that needs attention to its end: `npm run resolve -- --help`. */
try {
  const options = parseResolveOptions(process.argv.slice(2));
  if (options.kind === 'help') {
    console.log(RESOLVE_HELP);
  } else {
    for (const stage of selectStages(options.stage)) {
      const outputs = await stackOutputs(stage);
      const store = new DynamoOrderStore(DynamoDBDocumentClient.from(new DynamoDBClient({ region: stage.region })), {
        orders: outputs.get('OrdersTable'),
        stock: outputs.get('StockTable'),
        approvalSeconds: stage.approval.timeoutMinutes * 60,
      });
      console.log(await resolveOrder(store, options));
    }
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
