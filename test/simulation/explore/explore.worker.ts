import { parentPort } from 'node:worker_threads';
import type { Workflow } from '../workflow.ts';
import { PreparedWorkflow } from '../workflow.ts';
import { exploreScope } from './explore-scope.ts';
import type { Exploration } from './explorer.ts';
import type { Scope } from './scopes.ts';

/** A scope to explore, on a workflow. */
export interface ExplorationRequest {
  readonly workflow: Workflow;
  readonly scope: Scope;
}

// The library's JSONPath throws an error per query, whose stack traces would take a third of the time.
Error.stackTraceLimit = 0;

parentPort?.on('message', async ({ workflow, scope }: ExplorationRequest) => {
  parentPort?.postMessage((await exploreScope(new PreparedWorkflow(workflow), scope)) satisfies Exploration);
});
