import { setTimeout as wait } from 'node:timers/promises';

/** Time that an editor may take to write the files of one save. */
const QUIET_MILLISECONDS = 20;

/** Files to work on, one batch after another; those that are added during a batch form the next one. */
export class Batches {
  readonly #work: (files: string[]) => Promise<void>;
  readonly #files = new Set<string>();
  #working: Promise<void> | undefined;

  constructor(work: (files: string[]) => Promise<void>) {
    this.#work = work;
  }

  /** Adds a file and returns at once. */
  add(file: string): void {
    this.#files.add(file);
    this.#working ??= this.#empty();
  }

  /** Resolves when all files have been worked on. */
  async idle(): Promise<void> {
    await this.#working;
  }

  async #empty(): Promise<void> {
    while (this.#files.size > 0) {
      await wait(QUIET_MILLISECONDS);
      const files = [...this.#files];
      this.#files.clear();
      await this.#work(files);
    }
    this.#working = undefined;
  }
}
