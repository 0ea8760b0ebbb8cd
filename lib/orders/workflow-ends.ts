import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Outcome } from '../../lambda/orders/steps/record-outcome.ts';
import type { WorkflowFunctions } from './workflow-functions.ts';
import { WorkflowTask } from './workflow-task.ts';

/** The ends of the order workflow: a recorded outcome, an order that another actor completes, a failure. */
export class WorkflowEnds {
  /** Another actor has claimed the order: a cancellation, a compensation or another execution. */
  readonly overtaken: sfn.Succeed;

  readonly #scope: Construct;
  readonly #recordOutcome: WorkflowTask;
  readonly #needAttention: WorkflowTask;
  readonly #compensate: WorkflowTask;
  readonly #outcomes = new Map<Outcome, sfn.Pass>();

  constructor(scope: Construct, functions: WorkflowFunctions) {
    this.#scope = scope;
    this.overtaken = new sfn.Succeed(scope, 'Overtaken');

    const failed = new sfn.Fail(scope, 'Failed', { errorPath: '$.failure.Error', causePath: '$.failure.Cause' });
    const failure = { error: sfn.JsonPath.stringAt('$.failure.Error') };
    this.#needAttention = new WorkflowTask(scope, 'NeedAttention', {
      handler: functions.needAttention,
      payload: { ...failure, failure: sfn.JsonPath.objectAt('$.failure') },
    });
    this.#compensate = new WorkflowTask(scope, 'CompensateOrder', {
      handler: functions.compensateOrder,
      payload: { ...failure, execution: sfn.JsonPath.executionName },
    });
    this.#compensate.addCatch(this.#needAttention, { resultPath: '$.failure' }).next(failed);
    this.#needAttention.addCatch(failed, { resultPath: '$.attention' }).next(failed);

    this.#recordOutcome = this.guarded(
      new WorkflowTask(scope, 'RecordOutcome', {
        handler: functions.recordOutcome,
        payload: { outcome: sfn.JsonPath.stringAt('$.outcome') },
      }),
    );
    this.#recordOutcome.next(new sfn.Succeed(scope, 'Settled'));
  }

  /** Catches every unexpected error of a state and leads to the compensation. */
  guarded<T extends sfn.TaskStateBase | sfn.Parallel | sfn.Map>(state: T): T {
    state.addCatch(this.#compensate, { resultPath: '$.failure' });
    return state;
  }

  /** Like `guarded`, but hands the order over if the payment provider contradicts it: the compensation would ask it again. */
  guardedPayment(task: WorkflowTask): WorkflowTask {
    task.addCatch(this.#needAttention, { errors: ['PaymentContradiction'], resultPath: '$.failure' });
    return this.guarded(task);
  }

  /** The state that sets an outcome and leads to the state that records it; several states may lead to it. */
  outcome(name: Outcome): sfn.Pass {
    const existing = this.#outcomes.get(name);
    if (existing) return existing;
    const words = name.split('_').map((word) => `${word[0]}${word.slice(1).toLowerCase()}`);
    const state = new sfn.Pass(this.#scope, words.join(''), {
      result: sfn.Result.fromString(name),
      resultPath: '$.outcome',
    });
    state.next(this.#recordOutcome);
    this.#outcomes.set(name, state);
    return state;
  }
}
