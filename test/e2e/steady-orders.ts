import { setTimeout as wait } from 'node:timers/promises';
import type { Shop } from '../../client/shop.ts';

const INTERVAL_MILLISECONDS = 300;

/** Orders that are placed one after another until they are stopped. */
export class SteadyOrders {
  readonly #shop: Shop;
  readonly #accepted: string[] = [];
  readonly #placing: Promise<void>;
  #stopped = false;

  constructor(shop: Shop) {
    this.#shop = shop;
    this.#placing = this.#place();
    // `stop` reports the error.
    this.#placing.catch(() => {});
  }

  /**
   * Places no further order and returns the ids of those that were accepted.
   *
   * @throws Error of the first order that was not accepted
   */
  async stop(): Promise<string[]> {
    this.#stopped = true;
    await this.#placing;
    return this.#accepted;
  }

  async #place(): Promise<void> {
    while (!this.#stopped) {
      this.#accepted.push(await this.#shop.place());
      await wait(INTERVAL_MILLISECONDS);
    }
  }
}
