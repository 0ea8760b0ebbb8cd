import { type Fault, type FaultKind, faultsOf, type PortCall, WRONG_ANSWERS } from './faults.ts';
import type { Journey } from './journeys.ts';
import { SeededRandom } from './random.ts';
import { type Scenario, simulate } from './simulation.ts';
import type { Tally } from './tally.ts';
import type { PreparedWorkflow } from './workflow.ts';

/** The maximum number of faults of a scenario. */
const MAX_FAULTS = 4;

/** A journey with its calls in a run without faults. */
export interface Rehearsed {
  readonly journey: Journey;
  readonly calls: readonly PortCall[];
  /** The call at which the customer interrupts it. */
  readonly interruptedAt?: number;
}

/** Runs every journey once without a fault, to find the calls at which faults are injected. */
export async function rehearse(
  workflow: PreparedWorkflow,
  journeys: readonly Journey[],
  interruption: { interruptedAt?: number } = {},
): Promise<Rehearsed[]> {
  const rehearsed: Rehearsed[] = [];
  for (const journey of journeys) {
    const { calls } = await simulate(workflow, { journey, seed: 0, faults: [], ...interruption });
    rehearsed.push({ journey, calls, ...interruption });
  }
  return rehearsed;
}

/** The number of times that a fault is injected at the same request of the same function. */
const TIMES = 8;

/** Every journey without a fault, and with each fault at its calls, at most a number of times at the same ones. */
export function* singleFaults(rehearsed: readonly Rehearsed[], seed = 0): Generator<Scenario> {
  const times = new Map<string, number>();
  for (const { calls, ...scenario } of rehearsed) {
    yield { ...scenario, seed, faults: [] };
    for (const [at, call] of calls.entries()) {
      for (const kind of faultsOf(call)) {
        const fault = JSON.stringify([call, kind]);
        const before = times.get(fault) ?? 0;
        times.set(fault, before + 1);
        if (before < TIMES) yield { ...scenario, seed, faults: [{ at, kind }] };
      }
    }
  }
}

/** Every interrupted journey, with the interruption at each of its calls. */
export function* interruptions(rehearsed: readonly Rehearsed[], seeds: number): Generator<Scenario> {
  for (const { journey, calls } of rehearsed) {
    for (const interruptedAt of calls.keys()) {
      for (let seed = 0; seed < seeds; seed++) yield { journey, seed, faults: [], interruptedAt };
    }
  }
}

/** The faults during a compensation: a permanent one, transient ones, and wrong answers. */
const DURING_COMPENSATION: readonly FaultKind[] = [
  'error before',
  'throttled before',
  'crash after',
  'twice',
  'lost answer',
  'asleep',
  ...WRONG_ANSWERS,
];

/**
 * Every cause of a compensation or of handing over.
 *
 * An execution is aborted without an event, a state fails, an execution fails without a Catch, another service fails
 * permanently, or the payment provider contradicts.
 */
export function* compensations(rehearsed: readonly Rehearsed[]): Generator<Scenario> {
  for (const { journey, calls } of rehearsed) {
    for (const [at, call] of calls.entries()) {
      for (const faults of causesOfCompensation(at, call)) yield { journey, seed: 0, faults };
    }
  }
}

/** A journey that must be compensated, with a further fault at each call of the compensation. */
export async function faultsDuringCompensation(scenario: Scenario, tally: Tally): Promise<void> {
  const compensated = await tally.run(scenario);
  const { faults } = scenario;
  const { at } = faults.at(-1) as Fault;
  for (let next = at + 1; next < compensated.calls.length; next++) {
    const possible = faultsOf(compensated.calls[next] as PortCall);
    for (const kind of DURING_COMPENSATION.filter((each) => possible.includes(each))) {
      await tally.run({ ...scenario, faults: [...faults, { at: next, kind }] });
    }
  }
}

function causesOfCompensation(at: number, call: PortCall): Fault[][] {
  if (!call.inExecution) return [];
  const kinds = faultsOf(call);
  return [
    // The next call is the delivery of the event of its end.
    [
      { at, kind: 'abort before' },
      { at: at + 1, kind: 'lost event' },
    ],
    [{ at, kind: 'error before' }],
    ...(kinds.includes('States.Runtime') ? [[{ at, kind: 'States.Runtime' } as const]] : []),
    ...(kinds.includes('end of service') ? [[{ at, kind: 'end of service' } as const]] : []),
    ...(kinds.includes('another amount') ? [[{ at, kind: 'another amount' } as const]] : []),
  ];
}

/**
 * Faults on faults: a fault, then another one in its consequences.
 *
 * Each run has one fault more than the previous run, at a call that the previous run reached.
 */
export async function escalate(rehearsed: readonly Rehearsed[], seed: number, tally: Tally): Promise<void> {
  const random = new SeededRandom(seed);
  const { journey, calls: rehearsedCalls } = random.pick(rehearsed);
  let calls = rehearsedCalls;
  const interrupted = journey.interruption && { interruptedAt: random.below(calls.length) };
  const faults: Fault[] = [];
  let from = 0;
  while (faults.length < MAX_FAULTS && from < calls.length) {
    const at = from + random.below(calls.length - from);
    faults.push({ at, kind: random.pick(faultsOf(calls[at] as PortCall)) });
    ({ calls } = await tally.run({ journey, seed, faults: [...faults], ...interrupted }));
    from = at + 1;
  }
}
