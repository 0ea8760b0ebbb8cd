import { runForStage } from './command-line/run-for-stage.ts';
import { deployedEvents, deployedWorkflows } from './redrive/deployed-redrive.ts';
import { describeRedrive } from './redrive/describe-redrive.ts';
import { redriveEvents } from './redrive/redrive-events.ts';
import { parseRedriveOptions } from './redrive/redrive-options.ts';
import { redriveOrder } from './redrive/redrive-order.ts';

/** Starts the workflow of an order, or publishes events again: `npm run redrive -- --help`. */
await runForStage(parseRedriveOptions, async (options, stage, outputs) => {
  if (options.kind === 'order') {
    console.log(await redriveOrder(deployedWorkflows(stage, outputs), options.orderId));
    return 0;
  }
  const result = await redriveEvents(deployedEvents(stage, outputs));
  console.log(describeRedrive(result).join('\n'));
  return result.left.size > 0 ? 1 : 0;
});
