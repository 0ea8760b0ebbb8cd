import type { Circuit, Failures } from '../../lambda/payments/circuit/circuit.ts';

/** The circuit in memory; the contract tests hold it and DynamoDB to the same behaviour. */
export class InMemoryCircuit implements Circuit {
  #failures: Failures | undefined;

  async find(): Promise<Failures | undefined> {
    return this.#failures;
  }

  async count(openUntil: number): Promise<void> {
    this.#failures = { count: (this.#failures?.count ?? 0) + 1, openUntil };
  }

  async probe(found: Failures, openUntil: number): Promise<boolean> {
    if (!this.#failures || this.#failures.openUntil !== found.openUntil) return false;
    this.#failures = { ...this.#failures, openUntil };
    return true;
  }

  async close(): Promise<void> {
    this.#failures = undefined;
  }
}
