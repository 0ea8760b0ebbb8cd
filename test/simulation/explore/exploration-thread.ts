import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExplorationRequest } from './explore.worker.ts';
import type { Exploration } from './explorer.ts';

/** Thread that explores scopes, one at a time. */
export class ExplorationThread {
  readonly #worker = new Worker(join(import.meta.dirname, 'explore.worker.ts'), {
    // Explorations allocate many short-lived objects.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });

  async explore(request: ExplorationRequest): Promise<Exploration> {
    this.#worker.postMessage(request);
    const [exploration] = await once(this.#worker, 'message');
    return exploration;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
