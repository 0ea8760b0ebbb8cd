import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ChangedFile } from './fresh-modules.ts';
import type { Failure } from './run-test-file.ts';

/** A change, with the test files that import it and those that read the templates it may change. */
export interface HuntRequest {
  readonly change: ChangedFile;
  readonly tests: readonly string[];
  readonly readers: readonly string[];
}

/** The test that failed, if one did. */
export interface Caught {
  readonly by: (Failure & { readonly file: string }) | undefined;
  /** True if the change is in the templates, where only snapshots notice it unless a test fails. */
  readonly changesTemplates?: true;
}

/** The limit of the CPU time of a request: a slow machine must not catch a mutant. The slowest one takes a tenth of it. */
const CPU_LIMIT_MS = 60_000;
const POLL_MS = 1_000;
/** The number of requests after which a thread is replaced: modules that were imported stay in memory. */
const LIFETIME = 100;

/** Thread that runs test files, so that one that never ends can be stopped. */
export class HuntThread {
  #worker: Worker | undefined;
  #requests = 0;

  async hunt(request: HuntRequest): Promise<Caught> {
    try {
      return await this.#ask(request);
    } catch (error) {
      const file = request.tests[0] ?? request.readers[0] ?? '';
      return { by: { file, test: 'ends without an unhandled error', error: (error as Error).message } };
    }
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #ask(request: HuntRequest): Promise<Caught> {
    if (++this.#requests % LIFETIME === 0) await this.end();
    this.#worker ??= await startedWorker();
    const answered = new AbortController();
    try {
      this.#worker.postMessage(request);
      const answer = await Promise.race([
        once(this.#worker, 'message', { signal: answered.signal }),
        spent(this.#worker, answered.signal),
      ]);
      if (!answer) throw new Error(`not finished after ${CPU_LIMIT_MS / 1_000} s of CPU time`);
      return answer[0];
    } catch (error) {
      await this.end();
      throw error;
    } finally {
      answered.abort();
    }
  }
}

async function startedWorker(): Promise<Worker> {
  const worker = new Worker(join(import.meta.dirname, 'hunt-thread.worker.ts'), { stdout: true, stderr: true });
  await once(worker, 'online');
  return worker;
}

/** Resolves once a thread has spent the CPU time of a request. */
async function spent(worker: Worker, signal: AbortSignal): Promise<undefined> {
  const before = await worker.cpuUsage();
  for (;;) {
    await sleep(POLL_MS, undefined, { signal });
    const { user, system } = await worker.cpuUsage(before);
    if (user + system > CPU_LIMIT_MS * 1_000) return undefined;
  }
}
