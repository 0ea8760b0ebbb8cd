import type { Mutant } from './mutant.ts';

/** A mutant that every sample contains, because its fault would be a serious one. */
class Expected {
  readonly name: string;
  readonly #file: string;
  readonly #rule: string;
  readonly #to: string;

  constructor(name: string, file: string, rule: string, to: string) {
    this.name = name;
    this.#file = file;
    this.#rule = rule;
    this.#to = to;
  }

  is({ file, rule, to }: Mutant): boolean {
    return file === this.#file && rule === this.#rule && to.includes(this.#to);
  }
}

const orders = (file: string) => `lambda/orders/${file}.ts`;

/** The mutants that every sample contains. */
export const EXPECTED: readonly Expected[] = [
  new Expected(
    'a compensation takes the error for the order',
    orders('safety-net/compensate-order'),
    'arguments swapped',
    'compensate(ports, error, orderId, ',
  ),
  new Expected('a hand-over is not logged', orders('safety-net/need-attention'), 'effect removed', ';'),
  new Expected('the log of a hand-over is empty', orders('safety-net/report-attention'), 'effect removed', ';'),
  new Expected(
    'an execution that runs has ended',
    orders('start/sfn-workflows'),
    'other outcome',
    "'PENDING_REDRIVE' ? 'ENDED' : 'ENDED'",
  ),
  new Expected(
    'a shard of the overdue orders is skipped',
    orders('store/dynamo-order-store'),
    'loop cut short',
    'shardsFrom(firstShard)].slice(1)',
  ),
  new Expected(
    'an expired idempotency key is remembered',
    orders('intake/dynamo-order-intake'),
    'clause of a condition removed',
    'return Item ?',
  ),
  new Expected(
    'an expired idempotency key cannot be used again',
    orders('intake/dynamo-order-intake'),
    'clause of a DynamoDB expression removed',
    "'attribute_not_exists(idempotencyKey)'",
  ),
  new Expected(
    'every event is a message group of its own',
    'lambda/messaging/sns-order-events.ts',
    'values swapped',
    'MessageGroupId: event.eventId',
  ),
  new Expected(
    'a failed message does not stop its group',
    'lambda/messaging/consume-order-events.ts',
    'flag flipped',
    'skipGroupOnError: false',
  ),
  new Expected('an order is overdue after 15 hours', orders('domain/order-deadline'), 'number changed', '15 * 3600'),
  new Expected('a changed order is not a conflict', orders('store/contention'), 'other text compared', "Failed~'"),
  new Expected(
    'a conflict is not a contention',
    orders('store/contention'),
    'condition negated',
    "'TransactionConflict'",
  ),
  new Expected(
    'an order is read before its last change',
    orders('store/dynamo-order-store'),
    'setting removed',
    'Key: { orderId } })',
  ),
  new Expected('the sweeper may not follow executions', 'lib/orders/safety-net.ts', 'grant removed', ';'),
  new Expected(
    'the sweeper may not describe executions',
    'lib/orders/order-workflow.ts',
    'action removed',
    'grantExecution(follower)',
  ),
  new Expected(
    'a stream is read from its end',
    'lib/orders/order-changes.ts',
    'other member of the enumeration',
    'TRIM_HORIZON',
  ),
  new Expected(
    'the compensation may not change orders',
    'lib/orders/safety-net.ts',
    'element removed',
    '[payments.callProvider, changeShipments, changeApprovals]',
  ),
];
