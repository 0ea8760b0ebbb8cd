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
const { JOURNEY_PLANS, PLANS, sample } = await import('./plan.ts');
const { Tally } = await import('./tally.ts');
const { PreparedWorkflow } = await import('./workflow.ts');

parentPort?.on('message', async (request: PlanRequest) => {
  const workflow = new PreparedWorkflow(request.workflow);
  const tally = new Tally(workflow);
  const trials = request.journey
    ? JOURNEY_PLANS[request.plan](workflow, request.journey)
    : PLANS[request.plan](workflow);
  await tally.runAll(sample(await trials, request.share ?? 1));
  const { runs, injected, report, summary } = tally;
  parentPort?.postMessage({ runs, injected, report, summary } satisfies PlanResult);
});
