import { PaymentCredentialRefused, PaymentOutcomeUnknown } from '../provider/payment-provider.ts';

/** The number of charges without an answer, and without an answered one in between, that opens the circuit. */
export const FAILURES_TO_OPEN = 5;
/** The time for which an open circuit lets no charge pass; then it lets one pass. */
export const OPEN_MS = 10_000;

/** The charges without an answer since the last one with an answer. */
export interface Failures {
  readonly count: number;
  /** The time, in milliseconds, from which an open circuit lets one charge pass. */
  readonly openUntil: number;
}

/** The circuit to the payment provider, as all functions see it. */
export interface Circuit {
  /** Returns the failures since the last answer; nothing if there were none. A late answer to this question is no harm. */
  find(): Promise<Failures | undefined>;
  /** Counts a failure. */
  count(openUntil: number): Promise<void>;
  /** Reserves the one charge that an open circuit lets pass; returns false if another function was first. */
  probe(found: Failures, openUntil: number): Promise<boolean>;
  /** Forgets the failures. */
  close(): Promise<void>;
}

/** New charges wait, because the payment provider does not answer them: repeat the request later. */
export class PaymentsSuspended extends Error {
  override readonly name = 'PaymentsSuspended';

  constructor({ count }: Failures, options?: ErrorOptions) {
    super(`no charge is made for now: the payment provider has not answered the last ${count} charges`, options);
  }
}

/**
 * Makes a charge, unless the circuit is open.
 *
 * The circuit opens after several failures in succession. It then lets one charge pass every 10 seconds, until one is
 * answered.
 *
 * @throws PaymentsSuspended if the circuit is open
 */
export async function throughCircuit<T>(circuit: Circuit, now: () => Date, charge: () => Promise<T>): Promise<T> {
  const failures = await circuit.find();
  const isOpen = failures !== undefined && failures.count >= FAILURES_TO_OPEN;
  if (isOpen) await pass(circuit, failures, now().getTime());
  const answer = await charge().catch(async (error: unknown) => {
    if (!isFailure(error)) throw error;
    await circuit.count(now().getTime() + OPEN_MS);
    throw isOpen ? new PaymentsSuspended(failures, { cause: error }) : error;
  });
  if (failures) await circuit.close();
  return answer;
}

async function pass(circuit: Circuit, failures: Failures, now: number): Promise<void> {
  const passes = failures.openUntil <= now && (await circuit.probe(failures, now + OPEN_MS));
  if (!passes) throw new PaymentsSuspended(failures);
}

function isFailure(error: unknown): boolean {
  return error instanceof PaymentOutcomeUnknown || error instanceof PaymentCredentialRefused;
}
