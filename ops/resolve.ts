import { runForStage } from './command-line/run-for-stage.ts';
import { deployedOrderStore } from './deployed-order-store.ts';
import { parseResolveOptions } from './resolve/resolve-options.ts';
import { resolveOrder } from './resolve/resolve-order.ts';

/** Brings an order that needs attention to its end: `npm run resolve -- --help`. */
await runForStage(parseResolveOptions, async (resolution, stage, outputs) => {
  console.log(await resolveOrder(deployedOrderStore(stage, outputs), resolution));
  return 0;
});
