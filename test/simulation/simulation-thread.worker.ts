import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ChangedSource, PlanRequest, PlanResult } from './simulation-thread.ts';

// Started by `simulation-thread.ts`: runs plans of the simulation, with a changed source of one file if one is given.
const changed = workerData as ChangedSource | undefined;
if (changed) {
  registerHooks({
    load: (url, context, nextLoad) =>
      url === changed.url
        ? { format: 'module-typescript', source: changed.source, shortCircuit: true }
        : nextLoad(url, context),
  });
}

// Imported only now, so that the change applies to everything they import.
const { PLANS, sample } = await import('./plan.ts');
const { Tally } = await import('./tally.ts');
const { PreparedWorkflow } = await import('./workflow.ts');

parentPort?.on('message', async (request: PlanRequest) => {
  const workflow = new PreparedWorkflow(request.workflow);
  const tally = new Tally(workflow);
  const { plan, seeds, share = 1, part = { index: 0, of: 1 } } = request;
  const trials = sample(await PLANS[plan](workflow, seeds), share);
  await tally.runAll(trials.filter((_, index) => index % part.of === part.index));
  const { runs, injected, violations, report, summary } = tally;
  parentPort?.postMessage({ runs, injected, violations, report, summary } satisfies PlanResult);
});
