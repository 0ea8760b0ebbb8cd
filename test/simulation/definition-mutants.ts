import { machinesIn } from '../../docs/generator/workflow-definition.ts';
import type { Definition, State, Workflow } from './workflow.ts';

/** A change of the deployed workflow. */
export interface DefinitionMutant {
  readonly name: string;
  readonly change: (workflow: Workflow) => Workflow;
}

/** Parts that no mutant removes, with the reason why no run can detect it. */
const UNNOTICEABLE: Record<string, string> = {
  'Catch of ShipByWarehouse': 'every error of a parcel is caught inside of it',
  'Catch of NeedAttention': 'it decides on nothing but the error that the execution fails with',
};

/** Mutants of every Catch, Retry, compensating edge and trigger. */
export function definitionMutants(workflow: Workflow): DefinitionMutant[] {
  return [...catches(workflow), ...retries(workflow), ...timeouts(workflow), ...EDGES, ...triggers(workflow)];
}

function catches({ definition }: Workflow): DefinitionMutant[] {
  return statesOf(definition)
    .flatMap(([name, { Catch = [] }]) =>
      Catch.map((catcher, index) => ({ name, index, error: catcher.ErrorEquals[0] })),
    )
    .filter(({ name }) => !UNNOTICEABLE[`Catch of ${name}`])
    .map(({ name, index, error }) => ({
      name: `${name} without its Catch of ${error}`,
      change: inState(name, (state) => state.Catch?.splice(index, 1)),
    }));
}

function retries({ definition }: Workflow): DefinitionMutant[] {
  return statesOf(definition).flatMap(([name, { Retry = [] }]) =>
    Retry.map(({ ErrorEquals }, index) => ({
      name: `${name} without its Retry of ${ErrorEquals[0]}`,
      change: inState(name, (state) => {
        state.Retry = Retry.toSpliced(index, 1);
      }),
    })),
  );
}

function timeouts({ definition }: Workflow): DefinitionMutant[] {
  return statesOf(definition)
    .filter(([, { TimeoutSeconds }]) => TimeoutSeconds)
    .map(([name]) => ({
      name: `${name} without its time-out`,
      change: inState(name, (state) => delete state.TimeoutSeconds),
    }));
}

/** Changed or removed edges. */
const EDGES: readonly DefinitionMutant[] = [
  withoutChoice('Prepared', 'OutOfStock'),
  withoutChoice('Prepared', 'SuspectedFraud'),
  withoutChoice('Prepared', 'RequestApproval'),
  withoutChoice('Decided', 'ApprovalDenied'),
  withoutChoice('Decided', 'ApprovalExpired'),
  withoutChoice('Charged', 'Declined'),
  withoutChoice('Paid', 'WaitForShipDate'),
  withoutChoice('Gone', 'Shipped'),
  withoutChoice('Kind', 'UndoPayment'),
  redirected('Gone', 'VoidPayment', 'ShipmentFailed'),
  redirected('AllCreated', 'CancelShipments', 'Shipped'),
  redirected('AllCreated', 'CancelShipments', 'VoidPayment'),
  redirected('Kind', 'UndoPayment', 'CancelledByCustomer'),
  redirected('Kind', 'RefundPayment', 'Refunded'),
  redirected('Voided', 'ShipmentFailed', 'Shipped'),
  redirected('ChargePayment', 'CompensateOrder', 'Failed'),
  redirected('StartShipping', 'CompensateOrder', 'Failed'),
  redirected('RecordOutcome', 'CompensateOrder', 'Failed'),
  redirected('CompensateOrder', 'NeedAttention', 'Failed'),
  redirected('Shippable', 'Overtaken', 'ShipByWarehouse'),
];

/** Removed triggers: statuses that start executions, and ends that are compensated. */
function triggers({ startedFor, compensatedFor }: Workflow): DefinitionMutant[] {
  return [
    ...startedFor.map((status) => ({
      name: `the stream does not deliver ${status}`,
      change: (workflow: Workflow) => ({
        ...workflow,
        startedFor: workflow.startedFor.filter((each) => each !== status),
      }),
    })),
    ...compensatedFor.map((status) => ({
      name: `EventBridge does not deliver executions that are ${status}`,
      change: (workflow: Workflow) => ({
        ...workflow,
        compensatedFor: workflow.compensatedFor.filter((each) => each !== status),
      }),
    })),
  ];
}

function withoutChoice(name: string, next: string): DefinitionMutant {
  return {
    name: `${name} never leads to ${next}`,
    change: inState(name, (state) => {
      const choices = state.Choices as { Next: string }[];
      const index = choices.findIndex((choice) => choice.Next === next);
      if (index < 0) throw new Error(`state ${name} does not lead to ${next}`);
      choices.splice(index, 1);
    }),
  };
}

function redirected(name: string, from: string, to: string): DefinitionMutant {
  return {
    name: `${name} leads to ${to} instead of ${from}`,
    change: inState(name, (state) => {
      const before = JSON.stringify(state);
      const after = before.replaceAll(`"${from}"`, `"${to}"`);
      if (after === before) throw new Error(`state ${name} does not lead to ${from}`);
      Object.assign(state, JSON.parse(after));
    }),
  };
}

function inState(name: string, change: (state: State) => unknown): (workflow: Workflow) => Workflow {
  return (workflow) => {
    const definition: Definition = structuredClone(workflow.definition);
    const found = statesOf(definition).find(([each]) => each === name);
    if (!found) throw new Error(`the workflow has no state ${name}`);
    change(found[1]);
    return { ...workflow, definition };
  };
}

/** The states of a state machine, including nested ones. */
function statesOf({ States }: Definition): [string, State][] {
  return Object.entries(States).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...machinesIn(state).flatMap(statesOf),
  ]);
}
