import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { stackOutputs } from '../client/stack-outputs.ts';
import { SfnWorkflows } from '../lambda/orders/start/sfn-workflows.ts';
import { DynamoOrderStore } from '../lambda/orders/store/dynamo-order-store.ts';
import { selectStages } from '../lib/stages/index.ts';
import { redriveOrder } from './redrive/redrive-order.ts';

/** Starts the workflow of an order that has no execution: `npm run redrive -- order <id>`. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { stage: { type: 'string', default: 'local' } },
});
const [what, orderId] = positionals;
if (what !== 'order' || !orderId) {
  console.error('Usage: npm run redrive -- order <orderId> [--stage <name>]');
  process.exit(2);
}
for (const stage of selectStages(values.stage)) {
  const outputs = await stackOutputs(stage);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: stage.region }));
  const store = new DynamoOrderStore(client, {
    orders: outputs.get('OrdersTable'),
    stock: outputs.get('StockTable'),
    approvalSeconds: stage.approval.timeoutMinutes * 60,
  });
  const workflows = new SfnWorkflows(new SFNClient({ region: stage.region }), outputs.get('OrderWorkflowArn'));
  console.log(await redriveOrder({ store, workflows }, orderId));
}
