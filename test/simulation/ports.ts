import type { ApprovalDecisions, Approvals, Operators, TaskTokens } from '../../lambda/orders/approvals/approvals.ts';
import type { Catalogue } from '../../lambda/orders/intake/catalogue.ts';
import type { OrderIntake } from '../../lambda/orders/intake/place-order.ts';
import type { Shipments } from '../../lambda/orders/shipments/shipments.ts';
import type { Workflows } from '../../lambda/orders/start/workflows.ts';
import type { OrderStore } from '../../lambda/orders/store/order-store.ts';
import type { Circuit } from '../../lambda/payments/circuit/circuit.ts';
import type { PaymentProvider } from '../../lambda/payments/provider/payment-provider.ts';

/** All ports of the platform, for one function. */
export interface Ports {
  readonly store: OrderStore;
  readonly intake: OrderIntake;
  readonly catalogue: Catalogue;
  readonly payments: PaymentProvider;
  readonly circuit: Circuit;
  readonly shipments: Shipments;
  readonly approvals: Approvals;
  readonly approvalDecisions: ApprovalDecisions;
  readonly tokens: TaskTokens;
  readonly operators: Operators;
  readonly workflows: Workflows;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  readonly report: (orderId: string, reason: string) => void;
  readonly record: () => void;
}

/** A function that intercepts the calls of ports. */
export type Interceptor = <T>(port: string, effect: () => Promise<T>) => Promise<T>;

/** The ports with every call passed to an interceptor. */
export function intercepted(ports: Ports, call: Interceptor): Ports {
  const { store, intake, catalogue, payments, circuit, shipments, approvals, approvalDecisions } = ports;
  const { tokens, operators, workflows } = ports;
  return {
    ...ports,
    store: {
      find: (orderId) => call('store.find', () => store.find(orderId)),
      change: (order, change) => call('store.change', () => store.change(order, change)),
      overdue: (now, shard) => call('store.overdue', () => store.overdue(now, shard)),
      needingAttention: () => call('store.needingAttention', () => store.needingAttention()),
    },
    intake: {
      remembered: (key) => call('intake.remembered', () => intake.remembered(key)),
      accept: (order, request) => call('intake.accept', () => intake.accept(order, request)),
    },
    catalogue: { find: (skus) => call('catalogue.find', () => catalogue.find(skus)) },
    payments: {
      charge: (request) => call('payments.charge', () => payments.charge(request)),
      find: (key) => call('payments.find', () => payments.find(key)),
      void: (key) => call('payments.void', () => payments.void(key)),
      refund: (key, refundKey, amount) => call('payments.refund', () => payments.refund(key, refundKey, amount)),
    },
    circuit: {
      find: () => call('circuit.find', () => circuit.find()),
      count: (openUntil) => call('circuit.count', () => circuit.count(openUntil)),
      probe: (found, openUntil) => call('circuit.probe', () => circuit.probe(found, openUntil)),
      close: () => call('circuit.close', () => circuit.close()),
    },
    shipments: {
      create: (shipment) => call('shipments.create', () => shipments.create(shipment)),
      cancel: (orderId) => call('shipments.cancel', () => shipments.cancel(orderId)),
    },
    approvals: {
      open: (request) => call('approvals.open', () => approvals.open(request)),
      find: (orderId) => call('approvals.find', () => approvals.find(orderId)),
      end: (orderId, end, by) => call('approvals.end', () => approvals.end(orderId, end, by)),
      forgetToken: (orderId, token) => call('approvals.forgetToken', () => approvals.forgetToken(orderId, token)),
      pending: (now, limit, after) => call('approvals.pending', () => approvals.pending(now, limit, after)),
    },
    approvalDecisions: {
      decide: (orderId, decision, by, at) =>
        call('approvalDecisions.decide', () => approvalDecisions.decide(orderId, decision, by, at)),
    },
    tokens: { succeed: (token, output) => call('tokens.succeed', () => tokens.succeed(token, output)) },
    operators: { notify: (orderId, expiresAt) => call('operators.notify', () => operators.notify(orderId, expiresAt)) },
    workflows: {
      start: (input) => call('workflows.start', () => workflows.start(input)),
      progress: (execution) => call('workflows.progress', () => workflows.progress(execution)),
    },
  };
}
