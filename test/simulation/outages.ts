import type { HttpResponse } from '../aws/http.ts';
import type { ServiceRequest } from '../aws/service.ts';
import { ServiceError } from '../aws/service-error.ts';
import type { VirtualTime } from './virtual-time.ts';

const SECOND = 1_000;
/** The duration of a slow call: most functions make several, which together take longer than their time-out. */
const SLOW = 8 * SECOND;
const UNAVAILABLE = new ServiceError('ServiceUnavailable', 'there is an outage', {}, 503);

/** The dependencies of the platform, by the requests to them. */
export const DEPENDENCIES = {
  'the payment provider': /^payments\./,
  'the warehouses': /^DynamoDB Shipments\./,
  DynamoDB: /^DynamoDB /,
  SNS: /^SNS /,
  'Step Functions': /^Step Functions /,
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

  /** Performs a request as the dependency that receives it can. */
  async send({ name, perform, fail }: ServiceRequest): Promise<HttpResponse> {
    const seconds = (this.#time.now - this.#start) / SECOND;
    const outage = this.#outages.find(
      (each) => DEPENDENCIES[each.dependency].test(name) && each.from <= seconds && seconds < each.from + each.seconds,
    );
    if (!outage) return perform();
    if (!outage.slow) return fail(UNAVAILABLE);
    // A client that does not wait for the answer does not prevent the effect.
    await this.#time.sleep(SLOW);
    return perform();
  }
}
