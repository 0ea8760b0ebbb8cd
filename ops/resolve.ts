import { stackOutputs } from '../client/stack-outputs.ts';
import { selectStages } from '../lib/stages/index.ts';
import { deployedOrderStore } from './deployed-order-store.ts';
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
      const store = deployedOrderStore(stage, outputs);
      console.log(await resolveOrder(store, options));
    }
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
