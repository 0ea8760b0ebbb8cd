import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Position } from './coverage.ts';
import type { ChangedFile } from './fresh-modules.ts';
import type { Failure } from './run-test-file.ts';

/** A test file to record; the synthesis of the app if none is given. */
export interface RecordRequest {
  readonly testFile: string | undefined;
  readonly positions: readonly Position[];
}

/** The code that a test file reaches. */
export interface Recording {
  readonly testFile: string | undefined;
  readonly failure: Failure | undefined;
  readonly milliseconds: number;
  /** True if the file reads the templates of the app. */
  readonly readsAssembly: boolean;
  /** The indexes of the positions that were executed. */
  readonly reached: readonly number[];
}

/** A change, with the test files that reach it and those that read the templates it may change. */
export interface HuntRequest {
  readonly change: ChangedFile;
  readonly tests: readonly string[];
  readonly readers: readonly string[];
}

/** The test that failed, if one did. */
export interface Caught {
  readonly by: (Failure & { readonly file: string }) | undefined;
  readonly changesTemplates?: true;
}

export type Request = RecordRequest | HuntRequest;

/** The time limit of a request. The slowest one takes a tenth of it on a busy machine. */
const TIMEOUT_MS = 60_000;
/** The number of requests after which a thread is replaced: modules that were imported stay in memory. */
const LIFETIME = 40;

/** Thread that runs test files, so that one that never ends can be stopped. */
export class HuntThread {
  #worker: Worker | undefined;
  #requests = 0;

  record(request: RecordRequest): Promise<Recording> {
    return this.#ask<Recording>(request);
  }

  async hunt(request: HuntRequest): Promise<Caught> {
    try {
      return await this.#ask<Caught>(request);
    } catch (error) {
      const file = request.tests[0] ?? request.readers[0] ?? '';
      return { by: { file, test: 'ends', error: (error as Error).message } };
    }
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #ask<T>(request: Request): Promise<T> {
    if (++this.#requests % LIFETIME === 0) await this.end();
    this.#worker ??= new Worker(join(import.meta.dirname, 'hunt-thread.worker.ts'), { stdout: true, stderr: true });
    const answered = new AbortController();
    try {
      this.#worker.postMessage(request);
      const answer = await Promise.race([
        once(this.#worker, 'message', { signal: answered.signal }),
        sleep(TIMEOUT_MS, undefined, { signal: answered.signal }),
      ]);
      if (!answer) throw new Error(`not finished after ${TIMEOUT_MS / 1_000} s`);
      return answer[0];
    } catch (error) {
      await this.end();
      throw error;
    } finally {
      answered.abort();
    }
  }
}
