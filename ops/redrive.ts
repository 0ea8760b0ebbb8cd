import { stackOutputs } from '../client/stack-outputs.ts';
import { selectStages } from '../lib/stages/index.ts';
import { deployedEvents, deployedWorkflows } from './redrive/deployed-redrive.ts';
import { describeRedrive } from './redrive/describe-redrive.ts';
import { redriveEvents } from './redrive/redrive-events.ts';
import { parseRedriveOptions, REDRIVE_HELP } from './redrive/redrive-options.ts';
import { redriveOrder } from './redrive/redrive-order.ts';

/** Starts the workflow of an order, or publishes events again: `npm run redrive -- --help`. */
try {
  const options = parseRedriveOptions(process.argv.slice(2));
  if (options.kind === 'help') {
    console.log(REDRIVE_HELP);
  } else {
    for (const stage of selectStages(options.stage)) {
      const outputs = await stackOutputs(stage);
      if (options.kind === 'order') {
        console.log(await redriveOrder(deployedWorkflows(stage, outputs), options.orderId));
      } else {
        const result = await redriveEvents(deployedEvents(stage, outputs));
        console.log(describeRedrive(result).join('\n'));
        if (result.left.size > 0) process.exitCode = 1;
      }
    }
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
// The client of Kinesis keeps its HTTP/2 session open.
process.exit();
