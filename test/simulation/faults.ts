import { EVERY_DIFFERENCE, type WrongAnswer } from '../payments/contradictions.ts';

/** The faults that are injected at a call of a port. */
export const FAULTS = {
  'error before': 'the call fails permanently before its effect',
  'error after': 'the call fails permanently after its effect',
  'throttled before': 'the request and its repetitions by the SDK are throttled',
  'unavailable after': 'the request and its repetitions by the SDK have their effect, and fail transiently',
  'reset before': 'the connection is lost before the effect',
  'reset after': 'the connection is lost after the effect',
  'hangs before': 'the call has no effect and no answer: the function times out',
  'hangs after': 'the call has its effect and no answer: the function times out',
  late: 'the call has its effect long after the function timed out',
  'crash before': 'the function crashes before the effect',
  'crash after': 'the function crashes after the effect',
  twice: 'the function is run a second time, at the same time',
  'lost answer': 'the function succeeds, and its answer is lost: the task times out',
  stall: 'the state machine goes on with the answer after twenty minutes only',
  asleep: 'the function is inactive: it cannot be invoked for two minutes',
  'abort before': 'the execution is aborted before the effect',
  'abort after': 'the execution is aborted after the effect',
  'abort of a slow call': 'the execution is aborted, and compensated before the effect',
  'time-out of the machine': 'the execution times out',
  'States.Runtime': 'the state fails with an error that no Retry and no Catch handles',
  'States.DataLimitExceeded': 'the state fails with an error that no Retry and no Catch handles',
  'lost event': 'the event is never delivered',
  outage: 'the port fails transiently for half an hour',
  breakdown: 'the port fails permanently for half an hour',
  'end of service': 'the port fails permanently from now on',
  'outage of a day': 'the service fails transiently for 30 hours, longer than the stream keeps a record',
  'throttled entry': 'the service does not take the first entry of the batch',
  'refused event': 'the topic refuses the first event of the batch until its cause is fixed',
  'poison message': 'a message that no consumer can read is in the queues before the event',
  'another order': "the payment provider answers with another order's payment",
  'another amount': 'the payment provider answers with another amount',
  'another currency': 'the payment provider answers with another currency',
  'another status': 'the payment provider answers with a status to which the question cannot lead',
  'previous answer': 'the payment provider repeats its previous answer about the payment',
  'forgotten key': 'the payment provider answers as if it did not know the key',
} as const;

/** A fault at a call of a port. */
export type FaultKind = keyof typeof FAULTS;

/** A fault at a call of a run. */
export interface Fault {
  readonly at: number;
  readonly kind: FaultKind;
}

/** The properties of a call that decide which faults are possible. */
export interface PortCall {
  /** The function that calls. */
  readonly by: string;
  readonly port: string;
  /** True if an execution of the workflow waits for the calling function. */
  readonly inExecution: boolean;
  /** True at the first call of a function. */
  readonly first: boolean;
}

/** Faults of one call that its retry overcomes. */
const TRANSIENT: readonly FaultKind[] = [
  'throttled before',
  'unavailable after',
  'reset before',
  'reset after',
  'hangs before',
  'hangs after',
  'late',
  'crash before',
  'crash after',
];
const AT_ANY_CALL: readonly FaultKind[] = ['error before', 'error after', ...TRANSIENT, 'outage', 'breakdown'];
const IN_AN_EXECUTION: readonly FaultKind[] = [
  'abort before',
  'abort after',
  'abort of a slow call',
  'time-out of the machine',
];
/** The wrong answers of the payment provider. */
export const WRONG_ANSWERS = [...EVERY_DIFFERENCE, 'previous answer', 'forgotten key'] as const satisfies WrongAnswer[];
const OF_AN_INVOCATION: readonly FaultKind[] = [
  'asleep',
  'lost answer',
  'stall',
  'States.Runtime',
  'States.DataLimitExceeded',
];

/** The faults of the services that events are published to. */
const OF_PUBLISHING: readonly FaultKind[] = ['throttled entry', 'outage of a day'];
const OF_THE_TOPIC: readonly FaultKind[] = ['refused event', 'poison message'];
/** The services that events are published to, and those that the consumers of events call. */
const PUBLISHED_TO = /^(SNS OrderTopic|Kinesis OrderEvents)\./;
const CALLED_BY_CONSUMERS = /^(S3 Documents|DynamoDB Notices|DynamoDB DocumentIndex)\./;

/** Ports whose permanent failure does not prevent recording and reporting: an order can still be ended. */
const OF_ANOTHER_SERVICE = /^(payments|DynamoDB Shipments)\./;

/** The faults after which an order ends as without them. */
const MASKED: readonly FaultKind[] = [...TRANSIENT, 'outage', 'asleep', 'twice', 'lost answer', 'stall', 'lost event'];

/** The faults that are possible at a call. */
export function faultsOf({ port, inExecution, first }: PortCall): FaultKind[] {
  // A publisher that misses a change has no second source of it.
  if (port === 'deliver to messaging/publish-order-events') return ['twice'];
  if (port.startsWith('deliver ')) return ['lost event', 'twice'];
  return [
    ...AT_ANY_CALL,
    ...(first ? (['twice'] as const) : []),
    ...(inExecution ? IN_AN_EXECUTION : []),
    ...(inExecution && first ? OF_AN_INVOCATION : []),
    ...(port.startsWith('payments.') ? WRONG_ANSWERS : []),
    ...(PUBLISHED_TO.test(port) ? OF_PUBLISHING : []),
    ...(port === 'SNS OrderTopic.PublishBatch' ? OF_THE_TOPIC : []),
    ...(OF_ANOTHER_SERVICE.test(port) ? (['end of service'] as const) : []),
  ];
}

/** Returns true if an order must end as without the fault. */
export function isMasked({ kind }: Fault): boolean {
  return MASKED.includes(kind);
}

/** Returns true if no order depends on a request: its function publishes or consumes events of orders that have changed. */
export function isOfEvents({ port }: Pick<PortCall, 'port'>): boolean {
  return (
    PUBLISHED_TO.test(port) ||
    CALLED_BY_CONSUMERS.test(port) ||
    port === 'S3 SetAside.PutObject' ||
    port === 'deliver to messaging/publish-order-events'
  );
}

/** Returns true if a fault is a wrong answer of the payment provider. */
export function isWrongAnswer(kind: FaultKind): kind is WrongAnswer {
  return WRONG_ANSWERS.some((wrong) => wrong === kind);
}

/** Returns true if a fault lasts so long that retries may not be enough. */
export function isPersistent({ kind }: Fault): boolean {
  return kind === 'breakdown' || kind === 'end of service';
}

/** An error that the workflow knows by its name. */
export class NamedError extends Error {
  constructor(name: string, message = 'injected by the simulation') {
    super(message);
    this.name = name;
  }
}

/** An error that no Retry and no Catch of a state machine handles. */
export class UncatchableError extends NamedError {
  readonly isRetryable = false;
  readonly isCatchable = false;
}
