import {
  type Counts,
  executionSection,
  queueSection,
  stackSection,
  tableSection,
} from '../../../local/status/sections.ts';

test('counts the deployed stacks and names the others', () => {
  const statuses = new Map([
    ['local-orders (eu-central-1)', 'CREATE_COMPLETE'],
    ['local-api (eu-central-1)', 'UPDATE_ROLLBACK_COMPLETE'],
    ['local-documents-replica (eu-west-1)', 'CREATE_IN_PROGRESS'],
    ['local-network (eu-central-1)', 'UPDATE_COMPLETE'],
  ]);
  expect(stackSection(statuses).lines).toEqual([
    '2 of 4 deployed',
    'UPDATE_ROLLBACK_COMPLETE  local-api (eu-central-1)',
    'CREATE_IN_PROGRESS        local-documents-replica (eu-west-1)',
  ]);
});

test('shows the executions of each status that occurs', () => {
  const machines = new Map<string, Counts>([
    ['local-order-workflow', { RUNNING: 2, SUCCEEDED: 10, FAILED: 0 }],
    ['local-other', { RUNNING: 0 }],
  ]);
  expect(executionSection(machines).lines).toEqual([
    'local-order-workflow  2 RUNNING, 10 SUCCEEDED',
    'local-other           none',
  ]);
});

test('shows dead-letter queues last, and marks those with messages', () => {
  const queue = { isDeadLetterQueue: false, waiting: 0, inFlight: 0 };
  const stack = 'local-messaging-Notifications';
  expect(
    queueSection([
      { ...queue, name: `${stack}DeadLetterQueue32AE6445-2A77681B3AF01.fifo`, isDeadLetterQueue: true, waiting: 2 },
      { ...queue, name: 'failed', isDeadLetterQueue: true },
      { ...queue, name: `${stack}Queue91395D8F-260465D24FE24.fifo`, waiting: 3, inFlight: 1 },
    ]).lines,
  ).toEqual([
    'messaging NotificationsQueue            3 waiting, 1 in flight',
    'messaging NotificationsDeadLetterQueue  2 waiting, 0 in flight  dead-letter queue ✖ set aside',
    'failed                                  0 waiting, 0 in flight  dead-letter queue',
  ]);
});

test('shows the items of tables', () => {
  const items = new Map([['local-orders-data-OrdersA9B65338-35D43E153E63B', 7]]);
  expect(tableSection(items).lines).toEqual(['orders-data Orders  7 items']);
});
