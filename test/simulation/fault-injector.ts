import { PaymentOutcomeUnknown } from '../../lambda/payments/provider/payment-provider.ts';
import { type Fault, type FaultKind, faultsOf, NamedError, type PortCall } from './faults.ts';
import type { Invocation } from './invocation.ts';
import type { SeededRandom } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

const SECOND = 1_000;
const OUTAGE = 30 * 60 * SECOND;
/** How long a slow call takes: shorter than a function's time-out, longer than an undoing. */
const SLOW = 5 * SECOND;
/** When a late effect comes: after the function's time-out, perhaps after all that follows from it. */
const LATE = { from: 11 * SECOND, upTo: 131 * SECOND };

const IN_PASSING = 'ThrottlingException';
const FOR_GOOD = 'ErrorNobodyKnows';

/** Something that happened in a run. */
export interface Step {
  readonly at: number;
  readonly who: string;
  readonly what: string;
  readonly call?: number;
  readonly fault?: FaultKind | undefined;
}

/** Counts the calls of ports, and has go wrong at each what the scenario says. */
export class FaultInjector {
  readonly calls: PortCall[] = [];
  readonly steps: Step[] = [];
  /** How many faults had an effect. */
  injected = 0;
  /** Something else that happens when the run comes to a call. */
  interruption: { readonly at: number; readonly run: () => void } | undefined;

  readonly #time: VirtualTime;
  readonly #random: SeededRandom;
  readonly #faults: Map<number, FaultKind>;
  readonly #broken = new Map<string, { until: number; error: string }>();

  constructor(time: VirtualTime, random: SeededRandom, faults: readonly Fault[]) {
    this.#time = time;
    this.#random = random;
    this.#faults = new Map(faults.map(({ at, kind }) => [at, kind]));
  }

  /** A call of a port: it waits for its turn, and has its effect if nothing goes wrong. */
  async call<T>(invocation: Invocation, port: string, effect: () => Promise<T>): Promise<T> {
    await this.#time.turn();
    if (invocation.dead) return never();

    const first = invocation.calls++ === 0;
    const fault = this.meet(invocation.name, { port, inExecution: invocation.execution !== undefined, first });
    const broken = this.#broken.get(port);
    if (broken && broken.until > this.#time.now) throw failure(port, broken.error);
    return fault ? this.#inject(fault, invocation, port, effect) : effect();
  }

  /** Comes to a point where something may go wrong; answers with what does. */
  meet(who: string, call: PortCall): FaultKind | undefined {
    const index = this.calls.push(call) - 1;
    if (this.interruption?.at === index) this.interruption.run();
    const planned = this.#faults.get(index);
    const fault = planned && faultsOf(call).includes(planned) ? planned : undefined;
    if (fault) this.injected++;
    this.steps.push({ at: this.#time.now, who, what: call.port, call: index, fault });
    return fault;
  }

  /** Notes what happens, for whoever has to understand a run that went wrong. */
  note(who: string, what: string): void {
    this.steps.push({ at: this.#time.now, who, what });
  }

  async #inject<T>(fault: FaultKind, invocation: Invocation, port: string, effect: () => Promise<T>): Promise<T> {
    const { execution } = invocation;
    switch (fault) {
      case 'error before':
        throw failure(port, FOR_GOOD);
      case 'error after':
        await effect();
        throw failure(port, FOR_GOOD);
      case 'throttled before':
        throw failure(port, IN_PASSING);
      case 'throttled after':
        await effect();
        throw failure(port, IN_PASSING);
      case 'hangs before':
        return never();
      case 'hangs after':
        await effect();
        return never();
      case 'late': {
        // A request on its way arrives though its sender is gone.
        const milliseconds = LATE.from + this.#random.next() * (LATE.upTo - LATE.from);
        this.#time.after(milliseconds, () => void effect().catch(() => {}));
        return never();
      }
      case 'crash before':
        invocation.kill('Lambda.Unknown');
        return never();
      case 'crash after':
        await effect();
        invocation.kill('Lambda.Unknown');
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
        execution?.stop('ABORTED');
        return effect();
      case 'abort after': {
        const result = await effect();
        execution?.stop('ABORTED');
        return result;
      }
      case 'abort of a slow call':
        execution?.stop('ABORTED');
        await this.#time.sleep(SLOW);
        return effect();
      case 'time-out of the machine':
        execution?.stop('TIMED_OUT');
        return effect();
      case 'outage':
        return this.#break(port, IN_PASSING, this.#time.now + OUTAGE);
      case 'breakdown':
        return this.#break(port, FOR_GOOD, this.#time.now + OUTAGE);
      case 'end of service':
        return this.#break(port, FOR_GOOD, Number.POSITIVE_INFINITY);
      case 'lost event':
        throw new Error('an event is lost where it is told, not at a call');
    }
  }

  #break(port: string, error: string, until: number): never {
    this.#broken.set(port, { until, error });
    throw failure(port, error);
  }
}

/** The provider fails in passing in its own way. */
function failure(port: string, name: string): Error {
  const unknown = name === IN_PASSING && port.startsWith('payments.');
  return unknown ? new PaymentOutcomeUnknown(port, 'injected') : new NamedError(name);
}

function never<T>(): Promise<T> {
  return new Promise(() => {});
}
