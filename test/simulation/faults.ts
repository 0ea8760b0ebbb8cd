/** What may go wrong at a call of a port, and what it means. */
export const FAULTS = {
  'error before': 'the call fails for good before its effect',
  'error after': 'the call fails for good after its effect',
  'throttled before': 'the call fails in passing before its effect',
  'throttled after': 'the call fails in passing after its effect',
  'hangs before': 'the call has no effect and no answer: the function times out',
  'hangs after': 'the call has its effect and no answer: the function times out',
  late: 'the call has its effect long after the function timed out',
  'crash before': 'the function crashes before the effect',
  'crash after': 'the function crashes after the effect',
  twice: 'the function is run a second time, at the same time',
  'lost answer': 'the function succeeds, and its answer is lost: the task times out',
  stall: 'the state machine goes on with the answer after twenty minutes only',
  'abort before': 'the execution is aborted before the effect',
  'abort after': 'the execution is aborted after the effect',
  'abort of a slow call': 'the execution is aborted, and undone before the effect',
  'time-out of the machine': 'the execution times out',
  'States.Runtime': 'the state fails with what no Retry and no Catch sees',
  'States.DataLimitExceeded': 'the state fails with what no Retry and no Catch sees',
  'lost event': 'what should be told is never told',
  outage: 'the port fails in passing for half an hour',
  breakdown: 'the port fails for good for half an hour',
  'end of service': 'the port fails for good from now on',
} as const;

/** What may go wrong at a call of a port. */
export type FaultKind = keyof typeof FAULTS;

/** Something that goes wrong, at which call of a run. */
export interface Fault {
  readonly at: number;
  readonly kind: FaultKind;
}

/** A call of a port, as far as it decides what may go wrong there. */
export interface PortCall {
  readonly port: string;
  /** Whether an execution of the workflow is waiting for the function that calls. */
  readonly inExecution: boolean;
  /** Whether it is the function's first call. */
  readonly first: boolean;
}

const AT_ANY_CALL: readonly FaultKind[] = [
  'error before',
  'error after',
  'throttled before',
  'throttled after',
  'hangs before',
  'hangs after',
  'late',
  'crash before',
  'crash after',
  'outage',
  'breakdown',
];
const IN_AN_EXECUTION: readonly FaultKind[] = [
  'abort before',
  'abort after',
  'abort of a slow call',
  'time-out of the machine',
];
const OF_AN_ANSWER: readonly FaultKind[] = ['lost answer', 'stall', 'States.Runtime', 'States.DataLimitExceeded'];

/** Without these, something can still be recorded and told: an order need not be left as it is. */
const OF_ANOTHER_SERVICE = /^(payments|shipments)\./;

/** After these, an order ends as it would have without them. */
const MASKED: readonly FaultKind[] = [
  'throttled before',
  'throttled after',
  'hangs before',
  'hangs after',
  'late',
  'crash before',
  'crash after',
  'twice',
  'lost answer',
  'stall',
  'lost event',
];

/** What may go wrong at a call. */
export function faultsOf({ port, inExecution, first }: PortCall): FaultKind[] {
  if (port.startsWith('tell ')) return ['lost event', 'twice'];
  return [
    ...AT_ANY_CALL,
    ...(first ? (['twice'] as const) : []),
    ...(inExecution ? IN_AN_EXECUTION : []),
    ...(inExecution && first ? OF_AN_ANSWER : []),
    ...(OF_ANOTHER_SERVICE.test(port) ? (['end of service'] as const) : []),
  ];
}

/** Whether an order must end as if nothing had happened. */
export function isMasked({ kind }: Fault): boolean {
  return MASKED.includes(kind);
}

/** Whether something is broken for so long that trying again may not be enough. */
export function isPersistent({ kind }: Fault): boolean {
  return kind === 'outage' || kind === 'breakdown' || kind === 'end of service';
}

/** An error as it reaches the workflow: by its name. */
export class NamedError extends Error {
  constructor(name: string, message = 'injected by the simulation') {
    super(message);
    this.name = name;
  }
}

/** An error that no Retry and no Catch of a state machine sees. */
export class UncatchableError extends NamedError {
  readonly isRetryable = false;
  readonly isCatchable = false;
}
