import type { HttpResponse } from '../aws/http.ts';
import type { ServiceRequest } from '../aws/service.ts';
import { ServiceError } from '../aws/service-error.ts';
import type { WrongAnswer } from '../payments/contradictions.ts';
import { type Fault, type FaultKind, faultsOf, isWrongAnswer, type PortCall } from './faults.ts';
import type { Invocation } from './invocation.ts';
import type { Outages } from './outages.ts';
import type { SeededRandom } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

const SECOND = 1_000;
const OUTAGE = 30 * 60 * SECOND;
const DAY = 30 * 3_600 * SECOND;
/** The duration of a slow call: shorter than a function's time-out, longer than a compensation. */
const SLOW = 5 * SECOND;
/** The delay of a late effect: after the time-out of most functions, possibly after all its consequences. */
const LATE = { from: 11 * SECOND, upTo: 131 * SECOND };

const THROTTLED = new ServiceError('ThrottlingException', 'injected by the simulation');
const UNAVAILABLE = new ServiceError('ServiceUnavailable', 'injected by the simulation', {}, 503);
const PERMANENT = new ServiceError('ErrorNobodyKnows', 'injected by the simulation');
/** The errors of Lambda while it restores a function that was inactive. */
const WAKING_UP = [
  'Lambda.CodeArtifactUserPendingException',
  'Lambda.CodeArtifactUserDeletedException',
  'Lambda.ResourceNotReadyException',
  'Lambda.ENINotReadyException',
  'Lambda.EC2ThrottledException',
];
/** The time that Lambda needs to restore a function. */
const WAKE_UP = 120 * SECOND;

/** An event of a run. */
export interface Step {
  readonly at: number;
  readonly who: string;
  readonly what: string;
  readonly call?: number;
  readonly fault?: FaultKind | undefined;
}

/** A request that a function sends. */
export interface SentRequest extends ServiceRequest {
  /** The call of the SDK, whose attempts are requests of their own. @default - the request is no attempt of the SDK */
  readonly sdkCall?: string | undefined;
}

/** Counts the requests of functions and injects the faults of the scenario. */
export class FaultInjector {
  readonly calls: PortCall[] = [];
  readonly steps: Step[] = [];
  /** The number of faults that had an effect. */
  injected = 0;
  /** An action at a call of the run. */
  interruption: { readonly at: number; readonly run: () => void } | undefined;
  /** Makes the next answer of the payment provider wrong. */
  answerWrongly: (wrong: WrongAnswer) => void = () => {};
  /** Makes a service take the next batch of events differently. */
  disturb: (fault: FaultKind, port: string) => void = () => {};
  /** True if the time of faults is over: an operator is at work. */
  isOver = false;

  readonly #time: VirtualTime;
  readonly #random: SeededRandom;
  readonly #outages: Outages;
  readonly #faults: Map<number, FaultKind>;
  readonly #broken = new Map<string, { until: number; error: ServiceError }>();
  /** The faults of calls of the SDK whose further attempts fail as the first one. */
  readonly #repeated = new Map<string, FaultKind>();
  /** The functions that are inactive, and the time at which each can be invoked again. */
  readonly #asleep = new Map<string, number>();

  constructor(time: VirtualTime, random: SeededRandom, faults: readonly Fault[], outages: Outages) {
    this.#time = time;
    this.#random = random;
    this.#outages = outages;
    this.#faults = new Map(faults.map(({ at, kind }) => [at, kind]));
  }

  /** Performs a request: waits for its turn, and has its effect unless a fault is injected. */
  async send(invocation: Invocation, request: SentRequest): Promise<HttpResponse> {
    await this.#time.turn();
    if (invocation.ended) return never();

    const { name: port, sdkCall = '' } = request;
    if (this.isOver) return request.perform();
    const first = invocation.calls++ === 0;
    const inExecution = invocation.stopExecution !== undefined;
    const fault = this.meet({ by: invocation.name, port, inExecution, first }) ?? this.#repeated.get(sdkCall);
    if (fault === 'asleep') this.#fallAsleep(invocation.name);
    if (first && (this.#asleep.get(invocation.name) ?? 0) > this.#time.now) {
      invocation.kill(this.#random.pick(WAKING_UP));
      return never();
    }
    const broken = this.#broken.get(port);
    if (broken && broken.until > this.#time.now) return request.fail(broken.error);
    return fault ? this.#inject(fault, invocation, request) : this.#outages.send(request);
  }

  /** Records a call and returns the fault to inject, if any. */
  meet(call: PortCall): FaultKind | undefined {
    const index = this.calls.push(call) - 1;
    if (this.interruption?.at === index) this.interruption.run();
    const planned = this.#faults.get(index);
    const fault = planned && faultsOf(call).includes(planned) ? planned : undefined;
    if (fault) this.injected++;
    this.steps.push({ at: this.#time.now, who: call.by, what: call.port, call: index, fault });
    return fault;
  }

  /** Notes an event for the report of a failed run. */
  note(who: string, what: string): void {
    this.steps.push({ at: this.#time.now, who, what });
  }

  async #inject(fault: FaultKind, invocation: Invocation, request: SentRequest): Promise<HttpResponse> {
    const { sdkCall, perform: effect, fail } = request;
    if (isWrongAnswer(fault)) {
      this.answerWrongly(fault);
      return effect();
    }
    switch (fault) {
      case 'error before':
        return fail(PERMANENT);
      case 'error after':
        await effect();
        return fail(PERMANENT);
      case 'throttled before':
        if (sdkCall) this.#repeated.set(sdkCall, fault);
        return fail(sdkCall ? THROTTLED : UNAVAILABLE);
      case 'unavailable after':
        if (sdkCall) this.#repeated.set(sdkCall, fault);
        await effect();
        return fail(UNAVAILABLE);
      case 'reset before':
        throw connectionReset();
      case 'reset after':
        await effect();
        throw connectionReset();
      case 'hangs before':
        return never();
      case 'hangs after':
        await effect();
        return never();
      case 'late': {
        // A request that was sent arrives even if its sender has stopped.
        const milliseconds = LATE.from + this.#random.next() * (LATE.upTo - LATE.from);
        this.#time.after(milliseconds, () => void effect().catch(() => {}));
        return never();
      }
      case 'crash before':
        invocation.kill('Runtime.ExitError');
        return never();
      case 'crash after':
        await effect();
        invocation.kill('Runtime.ExitError');
        return never();
      case 'twice':
        invocation.again();
        return effect();
      case 'lost answer':
        invocation.answer = 'lost';
        return effect();
      case 'stall':
        invocation.answer = 'stalled';
        return effect();
      case 'States.Runtime':
      case 'States.DataLimitExceeded':
        invocation.answer = fault;
        return effect();
      case 'abort before':
        invocation.stopExecution?.('ABORTED');
        return effect();
      case 'abort after': {
        const result = await effect();
        invocation.stopExecution?.('ABORTED');
        return result;
      }
      case 'abort of a slow call':
        invocation.stopExecution?.('ABORTED');
        await this.#time.sleep(SLOW);
        return effect();
      case 'time-out of the machine':
        invocation.stopExecution?.('TIMED_OUT');
        return effect();
      case 'outage':
        return this.#break(request, UNAVAILABLE, this.#time.now + OUTAGE);
      case 'breakdown':
        return this.#break(request, PERMANENT, this.#time.now + OUTAGE);
      case 'outage of a day':
        return this.#break(request, UNAVAILABLE, this.#time.now + DAY);
      case 'throttled entry':
      case 'refused event':
      case 'poison message':
        this.disturb(fault, request.name);
        return effect();
      case 'end of service':
        return this.#break(request, PERMANENT, Number.POSITIVE_INFINITY);
      case 'asleep':
        // It was restored before.
        return effect();
      case 'lost event':
        throw new Error('an event is lost on delivery, not at a call');
    }
  }

  /** A function that was restored stays active for weeks. */
  #fallAsleep(name: string): void {
    if (!this.#asleep.has(name)) this.#asleep.set(name, this.#time.now + WAKE_UP);
  }

  #break({ name, fail }: SentRequest, error: ServiceError, until: number): HttpResponse {
    this.#broken.set(name, { until, error });
    return fail(error);
  }
}

function connectionReset(): Error {
  return Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
}

function never<T>(): Promise<T> {
  return new Promise(() => {});
}
