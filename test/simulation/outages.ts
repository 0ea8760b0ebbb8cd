import { PaymentOutcomeUnknown } from '../../lambda/payments/provider/payment-provider.ts';
import { NamedError } from './faults.ts';
import type { VirtualTime } from './virtual-time.ts';

const SECOND = 1_000;
/** The duration of a slow call: most functions make several, which together take longer than their time-out. */
const SLOW = 8 * SECOND;
/** The time-out of a request to the payment provider, which is shorter. */
const PAYMENT_TIMEOUT = 5 * SECOND;

/** The dependencies of the platform, by the ports that call them. */
export const DEPENDENCIES = {
  'the payment provider': /^payments\./,
  'the warehouses': /^shipments\./,
  DynamoDB: /^(store|intake|catalogue|approvals|circuit|shipments)\./,
  SNS: /^operators\./,
  'Step Functions': /^(workflows|tokens)\./,
} as const;

/** A dependency of the platform. */
export type Dependency = keyof typeof DEPENDENCIES;

/** A time for which a dependency is down, or slow. */
export interface Outage {
  readonly dependency: Dependency;
  /** The seconds from the start of the run. */
  readonly from: number;
  readonly seconds: number;
  /** @default false, which is down */
  readonly slow?: boolean;
}

/** The conditions of a run, besides its faults. */
export interface Conditions {
  readonly outages: readonly Outage[];
  /** The maximum difference of the clocks of two functions, in minutes. @default 0 */
  readonly skewMinutes?: number;
  /** True if reads that are not consistent return what was true at the previous read. @default false */
  readonly stale?: boolean;
}

/** The outages of a run. */
export class Outages {
  readonly #time: VirtualTime;
  readonly #start: number;
  readonly #outages: readonly Outage[];

  constructor(time: VirtualTime, outages: readonly Outage[]) {
    this.#time = time;
    this.#start = time.now;
    this.#outages = outages;
  }

  /** Performs a call of a port as the dependency behind it can. */
  async call<T>(port: string, effect: () => Promise<T>): Promise<T> {
    const seconds = (this.#time.now - this.#start) / SECOND;
    const outage = this.#outages.find(
      (each) => DEPENDENCIES[each.dependency].test(port) && each.from <= seconds && seconds < each.from + each.seconds,
    );
    if (!outage) return effect();
    if (!outage.slow) throw unavailable(port);
    if (!port.startsWith('payments.')) {
      await this.#time.sleep(SLOW);
      return effect();
    }
    // The request that nobody waits for arrives.
    this.#time.after(SLOW, () => void effect().catch(() => {}));
    await this.#time.sleep(PAYMENT_TIMEOUT);
    throw unavailable(port);
  }
}

function unavailable(port: string): Error {
  return port.startsWith('payments.')
    ? new PaymentOutcomeUnknown(port, 'there is an outage')
    : new NamedError('ServiceUnavailable');
}
