import type { Approval, NeverRequested } from '../../../lambda/orders/approvals/approvals.ts';
import { executionName, workflowKindOf } from '../../../lambda/orders/start/workflow-input.ts';
import type { Circuit } from '../../../lambda/payments/circuit/circuit.ts';
import type { SandboxPayment } from '../../../lambda/payments/sandbox/sandbox-payment.ts';
import { InMemoryApprovalDecisions } from '../../orders/approvals/in-memory-approval-decisions.ts';
import { InMemoryApprovals } from '../../orders/approvals/in-memory-approvals.ts';
import { InMemoryShipments, type Parcels } from '../../orders/shipments/in-memory-shipments.ts';
import { InMemoryOrders, type OrdersSnapshot, refill } from '../../orders/store/in-memory-orders.ts';
import { InMemoryPayments } from '../../payments/in-memory-payments.ts';
import type { ExecutionEnd } from '../execution.ts';
import type { Ports } from '../ports.ts';

/** The circuit to a payment provider that answers. */
const CLOSED: Circuit = {
  find: async () => undefined,
  count: async () => {},
  probe: async () => true,
  close: async () => {},
};

/** The data of the platform at one moment; no later change touches it. */
export interface PlatformState {
  readonly orders: OrdersSnapshot;
  readonly payments: ReadonlyMap<string, SandboxPayment>;
  readonly shipments: ReadonlyMap<string, Parcels>;
  readonly approvals: ReadonlyMap<string, Approval | NeverRequested>;
  /** The executions that were started, with their ends. */
  readonly executions: ReadonlyMap<string, ExecutionEnd | 'RUNNING'>;
  /** The answers to task tokens. */
  readonly answers: ReadonlyMap<string, unknown>;
}

/** The ports of the platform in memory, whose data can be saved and restored. */
export class Platform {
  readonly orders = new InMemoryOrders();
  readonly payments = new InMemoryPayments();
  readonly shipments = new InMemoryShipments();
  readonly approvals = new InMemoryApprovals();
  readonly executions = new Map<string, ExecutionEnd | 'RUNNING'>();
  readonly answers = new Map<string, unknown>();
  readonly ports: Ports = {
    store: {
      find: (orderId) => this.orders.find(orderId),
      change: async (order, change) => {
        const result = await this.orders.change(order, change);
        if (result === 'CHANGED') this.stream({ orderId: order.orderId, status: change.to });
        return result;
      },
      overdue: (now, shard) => this.orders.overdue(now, shard),
      needingAttention: () => this.orders.needingAttention(),
    },
    intake: this.orders,
    catalogue: { find: async () => new Map() },
    payments: this.payments,
    circuit: CLOSED,
    shipments: this.shipments,
    approvals: this.approvals,
    approvalDecisions: new InMemoryApprovalDecisions(this.approvals),
    tokens: { succeed: async (token, output) => void this.answers.set(token, output) },
    operators: { notify: async () => {} },
    report: () => {},
    record: () => {},
    workflows: {
      start: async (input) => this.#start(executionName(input)),
      progress: async (name) => {
        const progress = this.executions.get(name);
        return progress === undefined ? 'MISSING' : progress === 'RUNNING' ? 'RUNNING' : 'ENDED';
      },
    },
    now: () => new Date('2026-01-01T12:00:00Z'),
    newId: () => 'order',
    wait: async () => {},
  };

  save(): PlatformState {
    return {
      orders: this.orders.snapshot(),
      payments: this.payments.snapshot(),
      shipments: this.shipments.snapshot(),
      approvals: this.approvals.snapshot(),
      executions: new Map(this.executions),
      answers: new Map(this.answers),
    };
  }

  restore(state: PlatformState): void {
    this.orders.restore(state.orders);
    this.payments.restore(state.payments);
    this.shipments.restore(state.shipments);
    this.approvals.restore(state.approvals);
    refill(this.executions, state.executions);
    refill(this.answers, state.answers);
  }

  /** Delivers a change of an order from the stream: starts the workflow that it needs. */
  stream({ orderId, status }: { readonly orderId: string; readonly status: string }): void {
    const kind = workflowKindOf(status);
    if (kind) this.#start(executionName({ orderId, kind }));
  }

  #start(name: string): void {
    if (!this.executions.has(name)) this.executions.set(name, 'RUNNING');
  }
}

/** A text that is the same for equal states. */
export function keyOf({ orders, payments, shipments, approvals, executions, answers }: PlatformState): string {
  return JSON.stringify([
    [...orders.orders.values()].map(({ lines: _, ...order }) => order),
    [...orders.stock],
    [...payments.values()].map(({ status, entries }) => [status, entries.length]),
    [...shipments.values()].map(({ created, cancelled }) => [[...created].sort(), cancelled]),
    [...approvals.values()],
    [...executions].sort(),
    [...answers].sort(),
  ]);
}
