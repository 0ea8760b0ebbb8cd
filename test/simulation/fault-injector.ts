import { PaymentOutcomeUnknown } from '../../lambda/payments/provider/payment-provider.ts';
import type { WrongAnswer } from '../payments/contradictions.ts';
import { type Fault, type FaultKind, faultsOf, isWrongAnswer, NamedError, type PortCall } from './faults.ts';
import type { Invocation } from './invocation.ts';
import type { Outages } from './outages.ts';
import type { SeededRandom } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

const SECOND = 1_000;
const OUTAGE = 30 * 60 * SECOND;
/** The duration of a slow call: shorter than a function's time-out, longer than a compensation. */
const SLOW = 5 * SECOND;
/** The delay of a late effect: after the time-out of most functions, possibly after all its consequences. */
const LATE = { from: 11 * SECOND, upTo: 131 * SECOND };

const TRANSIENT = 'ThrottlingException';
const PERMANENT = 'ErrorNobodyKnows';
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

/** Counts the calls of ports and injects the faults of the scenario. */
export class FaultInjector {
  readonly calls: PortCall[] = [];
  readonly steps: Step[] = [];
  /** The number of faults that had an effect. */
  injected = 0;
  /** An action at a call of the run. */
  interruption: { readonly at: number; readonly run: () => void } | undefined;
  /** Makes the next answer of the payment provider wrong. */
  answerWrongly: (wrong: WrongAnswer) => void = () => {};

  readonly #time: VirtualTime;
  readonly #random: SeededRandom;
  readonly #outages: Outages;
  readonly #faults: Map<number, FaultKind>;
  readonly #broken = new Map<string, { until: number; error: string }>();
  /** The functions that are inactive, and the time at which each can be invoked again. */
  readonly #asleep = new Map<string, number>();

  constructor(time: VirtualTime, random: SeededRandom, faults: readonly Fault[], outages: Outages) {
    this.#time = time;
    this.#random = random;
    this.#outages = outages;
    this.#faults = new Map(faults.map(({ at, kind }) => [at, kind]));
  }

  /** Performs a call of a port: waits for its turn, and has its effect unless a fault is injected. */
  async call<T>(invocation: Invocation, port: string, effect: () => Promise<T>): Promise<T> {
    await this.#time.turn();
    if (invocation.dead) return never();

    const first = invocation.calls++ === 0;
    const fault = this.meet(invocation.name, { port, inExecution: invocation.stopExecution !== undefined, first });
    if (fault === 'asleep') this.#fallAsleep(invocation.name);
    if (first && (this.#asleep.get(invocation.name) ?? 0) > this.#time.now) {
      invocation.kill(this.#random.pick(WAKING_UP));
      return never();
    }
    const broken = this.#broken.get(port);
    if (broken && broken.until > this.#time.now) throw failure(port, broken.error);
    return fault ? this.#inject(fault, invocation, port, effect) : this.#outages.call(port, effect);
  }

  /** Records a call and returns the fault to inject, if any. */
  meet(who: string, call: PortCall): FaultKind | undefined {
    const index = this.calls.push(call) - 1;
    if (this.interruption?.at === index) this.interruption.run();
    const planned = this.#faults.get(index);
    const fault = planned && faultsOf(call).includes(planned) ? planned : undefined;
    if (fault) this.injected++;
    this.steps.push({ at: this.#time.now, who, what: call.port, call: index, fault });
    return fault;
  }

  /** Notes an event for the report of a failed run. */
  note(who: string, what: string): void {
    this.steps.push({ at: this.#time.now, who, what });
  }

  async #inject<T>(fault: FaultKind, invocation: Invocation, port: string, effect: () => Promise<T>): Promise<T> {
    if (isWrongAnswer(fault)) {
      this.answerWrongly(fault);
      return effect();
    }
    switch (fault) {
      case 'error before':
        throw failure(port, PERMANENT);
      case 'error after':
        await effect();
        throw failure(port, PERMANENT);
      case 'throttled before':
        throw failure(port, TRANSIENT);
      case 'throttled after':
        await effect();
        throw failure(port, TRANSIENT);
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
        return this.#break(port, TRANSIENT, this.#time.now + OUTAGE);
      case 'breakdown':
        return this.#break(port, PERMANENT, this.#time.now + OUTAGE);
      case 'end of service':
        return this.#break(port, PERMANENT, Number.POSITIVE_INFINITY);
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

  #break(port: string, error: string, until: number): never {
    this.#broken.set(port, { until, error });
    throw failure(port, error);
  }
}

/** A failure of a port; a transient one of the payment provider has its own type. */
function failure(port: string, name: string): Error {
  const unknown = name === TRANSIENT && port.startsWith('payments.');
  return unknown ? new PaymentOutcomeUnknown(port, 'injected') : new NamedError(name);
}

function never<T>(): Promise<T> {
  return new Promise(() => {});
}
