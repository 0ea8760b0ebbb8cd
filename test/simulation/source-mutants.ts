// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the mutants are source text
/** A condition, an effect or a key that is removed from the logic. */
export interface SourceMutant {
  readonly name: string;
  readonly file: string;
  /** The source text, which occurs exactly once. */
  readonly from: string;
  readonly to: string;
}

const orders = (file: string) => `lambda/orders/${file}.ts`;
const payments = (file: string) => `lambda/payments/${file}.ts`;

/** Mutants of the logic, one change each. */
export const SOURCE_MUTANTS: readonly SourceMutant[] = [
  {
    name: 'an order that has moved on is not recognized',
    file: orders('steps/advance-order'),
    from: "if (order.status === change.to) return 'CHANGED';",
    to: '',
  },
  {
    name: 'an order that was cancelled is not recognized',
    file: orders('steps/advance-order'),
    from: "if (order.status === 'CANCELLING' || order.status === 'CANCELLED') return 'CANCELLED';",
    to: '',
  },
  {
    name: 'every status leads to every other',
    file: orders('domain/order-change'),
    from: 'if (!NEXT[order.status].includes(change.to)) {',
    to: 'if (false) {',
  },
  {
    name: 'an order can be cancelled while it is shipped',
    file: orders('domain/order-change'),
    from: "SHIPPING: ['SHIPPED', 'REJECTED',",
    to: "SHIPPING: ['SHIPPED', 'REJECTED', 'CANCELLING',",
  },
  {
    name: 'an order that waits for an approval cannot be rejected',
    file: orders('domain/order-change'),
    from: "AWAITING_APPROVAL: ['CHARGED', 'REJECTED', ",
    to: "AWAITING_APPROVAL: ['CHARGED', ",
  },
  {
    name: 'an order that cannot be shipped cannot be rejected',
    file: orders('domain/order-change'),
    from: "SHIPPING: ['SHIPPED', 'REJECTED',",
    to: "SHIPPING: ['SHIPPED',",
  },
  {
    name: 'an order whose refund fails cannot be handed over',
    file: orders('domain/order-change'),
    from: "REFUND_REQUESTED: ['REFUNDED', 'NEEDS_ATTENTION']",
    to: "REFUND_REQUESTED: ['REFUNDED']",
  },
  {
    name: 'a version is not raised',
    file: orders('domain/order-change'),
    from: 'order.version + 1',
    to: 'order.version',
  },
  {
    name: 'reserved stock is not recorded',
    file: orders('domain/order-change'),
    from: "...(change.stock && { stockReserved: change.stock === 'reserve' }),",
    to: '',
  },
  {
    name: 'a shipped order is not settled',
    file: orders('domain/order-change'),
    from: "NEXT[status].length === 0 || status === 'SHIPPED' || ",
    to: 'NEXT[status].length === 0 || ',
  },
  {
    name: 'no stock is reserved',
    file: orders('steps/reserve-stock'),
    from: "{ to: 'RESERVED', stock: 'reserve' }",
    to: "{ to: 'RESERVED' }",
  },
  {
    name: 'no total is suspicious',
    file: orders('steps/screen-for-fraud'),
    from: "total > Number(FRAUD_LIMIT) ? 'SUSPECTED_FRAUD' : 'CLEARED'",
    to: "'CLEARED'",
  },
  {
    name: 'a repeated request ignores the end of the approval',
    file: orders('steps/request-approval'),
    from: 'if (approval.end) return ports.tokens.succeed(token, { decision: approval.end });',
    to: '',
  },
  {
    name: 'operators are asked to approve a cancelled order',
    file: orders('steps/request-approval'),
    from: "if (advance === 'CANCELLED') {",
    to: 'if (false) {',
  },
  {
    name: 'the request of a cancelled order stays open',
    file: orders('steps/request-approval'),
    from: "await ports.approvals.end(orderId, 'CANCELLED', 'the order workflow');",
    to: '',
  },
  {
    name: 'a second operator overrides the first',
    file: orders('approvals/decide-approval'),
    from: 'if (approval.end !== decision) {',
    to: 'if (false) {',
  },
  {
    name: 'a decision in time is ignored',
    file: orders('steps/expire-approval'),
    from: "decision: approval?.end ?? 'EXPIRED'",
    to: "decision: 'EXPIRED'",
  },
  {
    name: 'a cancellation leaves the workflow waiting',
    file: orders('requests/request-cancellation'),
    from: "if (approval?.end === 'CANCELLED') await",
    to: 'if (false) await',
  },
  {
    name: 'an approved order cannot be recorded as charged',
    file: orders('steps/record-charge'),
    from: "['RESERVED', 'AWAITING_APPROVAL']",
    to: "['RESERVED']",
  },
  {
    name: 'a cancelled order is shipped',
    file: orders('steps/start-shipping'),
    from: "if (advance === 'CANCELLED') return",
    to: 'if (false) return',
  },
  {
    name: 'the parcels leave one by one',
    file: orders('steps/start-shipping'),
    from: 'of: warehouses.length',
    to: 'of: 1',
  },
  {
    name: 'an outcome that is recorded is recorded again',
    file: orders('steps/record-outcome'),
    from: 'status === change.to || OVERTAKEN_BY',
    to: 'OVERTAKEN_BY',
  },
  {
    name: 'a rejection of a cancelled order is an error',
    file: orders('steps/record-outcome'),
    from: "  REJECTED: ['CANCELLING', 'CANCELLED'],\n",
    to: '',
  },
  {
    name: 'a shipment that is recorded again after a refund is an error',
    file: orders('steps/record-outcome'),
    from: "  SHIPPED: ['REFUND_REQUESTED', 'REFUNDED'],\n",
    to: '',
  },
  {
    name: 'a rejected order keeps its stock',
    file: orders('steps/record-outcome'),
    from: "{ to: 'REJECTED', reason: outcome, ...releasing(order) }",
    to: "{ to: 'REJECTED', reason: outcome }",
  },
  {
    name: 'a cancelled order keeps its stock',
    file: orders('steps/record-outcome'),
    from: "{ to: 'CANCELLED', ...releasing(order) }",
    to: "{ to: 'CANCELLED' }",
  },
  {
    name: 'stock is released that was never reserved',
    file: orders('steps/record-outcome'),
    from: "order.stockReserved ? { stock: 'release' } : {}",
    to: "{ stock: 'release' }",
  },
  {
    name: 'shipped stock stays reserved',
    file: orders('steps/record-outcome'),
    from: "{ to: 'SHIPPED', stock: 'ship' }",
    to: "{ to: 'SHIPPED' }",
  },
  {
    name: 'returned goods are not restocked',
    file: orders('steps/record-outcome'),
    from: "{ to: 'REFUNDED', stock: 'restock' }",
    to: "{ to: 'REFUNDED' }",
  },
  {
    name: 'compensation undoes an order that is settled',
    file: orders('safety-net/compensate-order'),
    from: 'if (isSettled(order.status)) return order.status;',
    to: '',
  },
  {
    name: 'compensation voids a charge instead of refunding it',
    file: orders('safety-net/compensate-order'),
    from: "if (status === 'REFUND_REQUESTED') {",
    to: 'if (false) {',
  },
  {
    name: 'compensation does not perform a requested refund',
    file: orders('safety-net/compensate-order'),
    from: 'await refundCharge(payments, orderId, order.total);',
    to: '',
  },
  {
    name: 'compensation does not restock returned goods',
    file: orders('safety-net/compensate-order'),
    from: "{ to: 'REFUNDED', stock: 'restock' }",
    to: "{ to: 'REFUNDED' }",
  },
  {
    name: 'compensation does not cancel the parcels',
    file: orders('safety-net/compensate-order'),
    from: "if (status === 'SHIPPING' && (await shipments.cancel(orderId)) === 'DISPATCHED') {",
    to: 'if (false) {',
  },
  {
    name: 'compensation cancels parcels that have left',
    file: orders('safety-net/compensate-order'),
    from: "(await shipments.cancel(orderId)) === 'DISPATCHED'",
    to: "(await shipments.cancel(orderId)) === ('NEVER' as string)",
  },
  {
    name: 'compensation does not void the charge',
    file: orders('safety-net/compensate-order'),
    from: 'await voidCharge(payments, orderId);',
    to: '',
  },
  {
    name: 'compensation fails an order that is being cancelled',
    file: orders('safety-net/compensate-order'),
    from: "if (status === 'CANCELLING') return { to: 'CANCELLED', ...releasing(order) };",
    to: '',
  },
  {
    name: 'compensation keeps the stock',
    file: orders('safety-net/compensate-order'),
    from: "{ to: 'FAILED', reason: error, ...releasing(order) }",
    to: "{ to: 'FAILED', reason: error }",
  },
  {
    name: 'compensation of a cancellation keeps the stock',
    file: orders('safety-net/compensate-order'),
    from: "{ to: 'CANCELLED', ...releasing(order) }",
    to: "{ to: 'CANCELLED' }",
  },
  {
    name: 'an order that cannot be compensated is not handed over',
    file: orders('safety-net/need-attention'),
    from: 'if (!isSettled(order.status)) await',
    to: 'if (false) await',
  },
  {
    name: 'the sweeper compensates an order that is in progress',
    file: orders('safety-net/sweep-overdue-orders'),
    from: "if (progress === 'RUNNING') return 'LEFT_ALONE';",
    to: '',
  },
  {
    name: 'the sweeper compensates an order that was never started',
    file: orders('safety-net/sweep-overdue-orders'),
    from: "if (progress === 'MISSING' && WORKFLOW_KINDS[status]) {",
    to: 'if (false) {',
  },
  {
    name: 'the sweeper compensates nothing',
    file: orders('safety-net/sweep-overdue-orders'),
    from: "await compensate(ports, orderId, 'Overdue');",
    to: '',
  },
  {
    name: 'the sweeper hands over after the first failure',
    file: orders('safety-net/sweep-overdue-orders'),
    from: 'if (!forLong) throw error;',
    to: '',
  },
  {
    name: 'the sweeper never hands over',
    file: orders('safety-net/sweep-overdue-orders'),
    from: 'await handOver(ports.store, orderId, (error as Error).name);',
    to: '',
  },
  {
    name: 'the sweeper does not look for orders that were just placed',
    file: orders('domain/order-deadline'),
    from: 'if (isSettled(order.status)) return undefined;',
    to: "if (isSettled(order.status) || order.status === 'PLACED') return undefined;",
  },
  {
    name: 'the sweeper does not look for cancellations',
    file: orders('domain/order-deadline'),
    from: 'if (isSettled(order.status)) return undefined;',
    to: "if (isSettled(order.status) || order.status === 'CANCELLING') return undefined;",
  },
  {
    name: 'a cancellation starts no workflow',
    file: orders('start/workflow-input'),
    from: "  CANCELLING: 'cancellation',\n",
    to: '',
  },
  {
    name: 'all workflows of an order have the same name',
    file: orders('start/workflow-input'),
    from: '`${orderId}-${kind}`',
    to: '`${orderId}-purchase${kind.slice(99)}`',
  },
  {
    name: 'every request is a new order',
    file: orders('intake/place-order'),
    from: 'const idempotencyKey = `${customerId}#${input.idempotencyKey}`;',
    to: 'const idempotencyKey = `${customerId}#${ports.newId()}#${Math.random()}`;',
  },
  {
    name: 'all customers share their idempotency keys',
    file: orders('intake/place-order'),
    from: '`${customerId}#${input.idempotencyKey}`',
    to: '`${input.idempotencyKey}`',
  },
  {
    name: 'the key of a charge is another in every attempt',
    file: payments('provider/payment-key'),
    from: '`${orderId}-charge`',
    to: '`${orderId}-charge-${Math.random()}`',
  },
  {
    name: 'the key of a charge is the same for all orders',
    file: payments('provider/payment-key'),
    from: '`${orderId}-charge`',
    to: '`charge-${orderId.slice(99)}`',
  },
  {
    name: 'the key of a refund is another in every attempt',
    file: payments('provider/payment-key'),
    from: '`${orderId}-refund`',
    to: '`${orderId}-refund-${Math.random()}`',
  },
  {
    name: 'a charge with an unknown outcome counts as declined',
    file: payments('provider/order-charge'),
    from: '      if (payment) return outcomeOf(payment);\n    }\n    throw error;',
    to: "      if (payment) return outcomeOf(payment);\n    }\n    return 'DECLINED';",
  },
  {
    name: 'an error of a charge is taken for an unknown outcome',
    file: payments('provider/order-charge'),
    from: '      const payment = await lookedUp(provider, key);\n',
    to: "      const payment = undefined as Payment | undefined;\n      return 'VOIDED';\n",
  },
  {
    name: 'a void does nothing',
    file: payments('provider/order-charge'),
    from: 'await provider.void(chargeKey(orderId));',
    to: '',
  },
  {
    name: 'a refund does nothing',
    file: payments('provider/order-charge'),
    from: 'await provider.refund(chargeKey(orderId), refundKey(orderId), amount);',
    to: '',
  },
];
