import { definitionOf, machinesIn, type Retrier, type State } from '../../docs/generator/workflow-definition.ts';
import { MAX_LINES, MAX_WAIT_DAYS } from '../../lambda/orders/domain/order.ts';
import { prod } from '../../lib/stages/prod.ts';
import { templatesOf } from '../platform/stage-template.ts';

const { StartAt, States: states, TimeoutSeconds } = definitionOf(templatesOf(prod)('orders'));

/** The maximum number of events in the history of an execution, which fails at that. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const HISTORY_LIMIT = 25_000;
/** The events of an attempt: the function is scheduled and started, and fails. */
const EVENTS_OF_ATTEMPT = 3;

/** The states of a purchase that needs no approval and ships at once. */
const WAY = [
  'Kind',
  'Prepare',
  'Prepared',
  'ChargePayment',
  'Charged',
  'RecordCharge',
  'Paid',
  'StartShipping',
  'Shippable',
  'ShipByWarehouse',
  'AllCreated',
  'Shipped',
  'RecordOutcome',
  'Settled',
];

/** Lists states, each followed by those inside it. */
function withInner(all: Record<string, State>): [string, State][] {
  return Object.entries(all).flatMap(([name, state]) => [
    [name, state] as [string, State],
    ...machinesIn(state).flatMap((inner) => withInner(inner.States)),
  ]);
}

const tasks = withInner(states).filter(([, state]) => state.Type === 'Task');
const retriedErrors = (state?: State) => state?.Retry?.flatMap(({ ErrorEquals }) => ErrorEquals);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
/** The longest delays of a retrier, in seconds. */
const delaysOf = ({ IntervalSeconds, BackoffRate, MaxAttempts, MaxDelaySeconds = Infinity }: Retrier) =>
  Array.from({ length: MaxAttempts }, (_, attempt) =>
    Math.min(IntervalSeconds * BackoffRate ** attempt, MaxDelaySeconds),
  );
const choices = (name: string) =>
  states[name]?.Choices?.map(({ Variable, Next, ...test }) => [Variable, ...Object.values(test), Next]);

test('the workflow chooses between a purchase, a refund and a cancellation', () => {
  expect(choices('Kind')).toEqual([
    ['$.kind', 'purchase', 'Prepare'],
    ['$.kind', 'refund', 'RefundPayment'],
    ['$.kind', 'cancellation', 'UndoPayment'],
  ]);
  expect(states[states.Kind?.Default ?? '']?.Type).toBe('Fail');
});

test('stock is reserved while the order is screened for fraud, and either can reject the order', () => {
  expect(states.Prepare?.Branches?.map(({ StartAt }) => StartAt)).toEqual(['ReserveStock', 'ScreenForFraud']);
  expect(choices('Prepared')).toEqual([
    ['$.prepared[0].outcome', 'OVERTAKEN', 'Overtaken'],
    ['$.prepared[0].outcome', 'OUT_OF_STOCK', 'OutOfStock'],
    ['$.prepared[1].outcome', 'SUSPECTED_FRAUD', 'SuspectedFraud'],
    ['$.prepared[0].approvalRequired', true, 'RequestApproval'],
  ]);
});

test.each(Object.entries(states).filter(([, { Type }]) => ['Task', 'Parallel', 'Map'].includes(Type)))(
  'the result of %s has a field of its own: the next state reads the order from the input',
  (_, { ResultPath }) => {
    expect(ResultPath).toMatch(/^\$\.[a-zA-Z]+$/);
  },
);

test('an approval has the time-out of the stage, which is not a failure', () => {
  expect(states.RequestApproval).toMatchObject({ TimeoutSeconds: prod.approval.timeoutMinutes * 60 });
  expect(states.RequestApproval?.Resource).toContain('waitForTaskToken');
  expect(states.RequestApproval?.Catch?.[0]).toMatchObject({ ErrorEquals: ['States.Timeout'], Next: 'ExpireApproval' });
  expect(retriedErrors(states.RequestApproval)).not.toContain('States.Timeout');
});

test('if a parcel cannot be created, the others are cancelled, the payment is voided and the order is rejected', () => {
  expect(choices('AllCreated')).toEqual([['$.shipments.refused', false, 'Shipped']]);
  expect(states.AllCreated?.Default).toBe('CancelShipments');
  expect(choices('Gone')).toEqual([
    ['$.cancelShipments.outcome', 'DISPATCHED', 'Shipped'],
    ['$.cancelShipments.outcome', 'CANCELLED', 'VoidPayment'],
  ]);
  expect(states.Gone?.Default).toBe('Overtaken');
  expect(states.VoidPayment?.Next).toBe('Voided');
});

test.each([
  ['RefundPayment', 'Repaid', 'refundPayment', 'REFUNDED', 'Refunded'],
  ['UndoPayment', 'Undone', 'undoPayment', 'VOIDED', 'CancelledByCustomer'],
  ['VoidPayment', 'Voided', 'voidPayment', 'VOIDED', 'ShipmentFailed'],
])(
  'the outcome after %s is recorded only if another actor had not claimed the order',
  (task, choice, result, outcome, next) => {
    expect(states[task]?.Next).toBe(choice);
    expect(choices(choice)).toEqual([[`$.${result}.outcome`, outcome, next]]);
    expect(states[choice]?.Default).toBe('Overtaken');
  },
);

test.each(Object.keys(states).filter((name) => ['Task', 'Parallel', 'Map'].includes(states[name]?.Type ?? '')))(
  'an unexpected error in %s leads to the compensation, and then to a failed execution',
  (name) => {
    const target = states[name]?.Catch?.find(({ ErrorEquals }) => ErrorEquals.includes('States.ALL'))?.Next;
    const expected = { CompensateOrder: 'NeedAttention', NeedAttention: 'Failed' }[name] ?? 'CompensateOrder';
    expect(target).toBe(expected);
  },
);

test.each(['ChargePayment', 'VoidPayment', 'UndoPayment', 'RefundPayment'])(
  'a contradiction of the payment provider in %s leads to an operator, with the answer, and is not retried',
  (name) => {
    expect(states[name]?.Catch?.[0]).toMatchObject({ ErrorEquals: ['PaymentContradiction'], Next: 'NeedAttention' });
    expect(retriedErrors(states[name])).not.toContain('PaymentContradiction');
    expect(states.NeedAttention?.Parameters).toMatchObject({ 'failure.$': '$.failure' });
  },
);

test.each(tasks)('%s has a time-out, and is retried for more than six hours after a transient error', (_, task) => {
  expect(task.TimeoutSeconds).toBeGreaterThan(0);
  expect(task.Retry).toHaveLength(3);
  const [, , transient] = task.Retry as [Retrier, Retrier, Retrier];
  expect(transient.ErrorEquals).toEqual(
    expect.arrayContaining([
      'OrderConflict',
      'WriteContention',
      'WritesThrottled',
      'PaymentOutcomeUnknown',
      'ServiceUnavailable',
    ]),
  );
  expect(transient).toMatchObject({ BackoffRate: 2, JitterStrategy: 'FULL', MaxDelaySeconds: 600 });

  const longest = delaysOf(transient);
  const mean = sum(longest) / 2;
  // A uniformly distributed number has a variance of a twelfth of its range squared.
  const deviation = Math.sqrt(sum(longest.map((delay) => delay ** 2 / 12)));
  expect(mean - 5 * deviation).toBeGreaterThan(6 * 3_600);
});

test.each(tasks)('the function of %s is waited for until Lambda has restored it', (_, task) => {
  const [wakeUp, crash, transient] = task.Retry as Retrier[];
  expect(wakeUp).toEqual({
    ErrorEquals: [
      'Lambda.CodeArtifactUserPendingException',
      'Lambda.CodeArtifactUserDeletedException',
      'Lambda.ResourceNotReadyException',
      'Lambda.ENINotReadyException',
      'Lambda.EC2ThrottledException',
    ],
    IntervalSeconds: 15,
    BackoffRate: 1,
    MaxAttempts: 10,
  });
  // The first retrier that names an error applies, and no other one after it.
  const named = [wakeUp, crash, transient].flatMap((retrier) => retrier?.ErrorEquals);
  expect(named).toHaveLength(new Set(named).size);
});

test.each(tasks)(
  'a crash of the function of %s is retried for more than 15 minutes, and for an hour at most',
  (_, task) => {
    const [, crash] = task.Retry as [Retrier, Retrier];
    expect(crash).toMatchObject({ ErrorEquals: ['Runtime.ExitError'], JitterStrategy: 'FULL' });
    const longest = delaysOf(crash);
    const deviation = Math.sqrt(sum(longest.map((delay) => delay ** 2 / 12)));
    expect(sum(longest) / 2 - 2 * deviation).toBeGreaterThan(15 * 60);
    expect(sum(longest)).toBeLessThanOrEqual(60 * 60);
  },
);

test('an order of the most parcels that waits for hours in every task stays within the history of an execution', () => {
  const eventsOf = ({ Retry = [] }: State) =>
    EVENTS_OF_ATTEMPT * (1 + sum(Retry.map(({ MaxAttempts }) => MaxAttempts)));
  const parcels = MAX_LINES * eventsOf(states.ShipByWarehouse?.ItemProcessor?.States.CreateShipment as State);
  const others = tasks.filter(([name]) => name !== 'CreateShipment').map(([, task]) => eventsOf(task));
  expect(parcels + sum(others)).toBeLessThan(HISTORY_LIMIT);
});

test('the time-out of the state machine is longer than all waits in it together', () => {
  expect(TimeoutSeconds).toBeGreaterThan(prod.approval.timeoutMinutes * 60 + MAX_WAIT_DAYS * 86_400);
});

const stateNamed = (name = '') => states[name] as State;
const followers = ({ Next, Default, Choices = [] }: State) => [Next, Default, ...Choices.map((choice) => choice.Next)];
/** Counts the states that are entered inside a state: one for each branch, and one for each item. */
const innerStates = ({ Branches = [], ItemProcessor }: State, items: number) =>
  Branches.length + (ItemProcessor ? items : 0);

test('a purchase shipped from two warehouses takes 18 state transitions, which are billed', () => {
  expect(WAY[0]).toBe(StartAt);
  for (const [index, name] of WAY.slice(1).entries()) expect(followers(stateNamed(WAY[index]))).toContain(name);
  expect(stateNamed(WAY.at(-1)).Type).toBe('Succeed');

  const inside = WAY.reduce((sum, name) => sum + innerStates(stateNamed(name), 2), 0);
  expect(WAY.length + inside).toBe(18);
});
