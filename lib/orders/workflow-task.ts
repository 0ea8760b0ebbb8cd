import { Duration } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

/** Transient errors, which a retry can resolve. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const TRANSIENT_ERRORS = [
  'OrderConflict',
  'WriteContention',
  'WritesThrottled',
  'PaymentOutcomeUnknown',
  // Right after a rotation, the provider may not accept the new credential yet.
  'PaymentCredentialRefused',
  'PaymentsSuspended',
  'ServiceUnavailable',
  // The names that the SDK gives to errors of DynamoDB, SNS, Secrets Manager and Step Functions under load. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
  'ThrottlingException',
  'ThrottledException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  'InternalServerError',
  'InternalServiceError',
  'TimeoutError',
  'States.Timeout',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  // The time-out of a function, and the older name of a time-out or a crash. https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html
  'Sandbox.Timedout',
  'Lambda.Unknown',
];

/**
 * Retries transient errors for more than 6 hours: an outage is waited for, before a payment as well as in a compensation.
 *
 * With full jitter, a delay is half of its maximum on average: (1 + 2 + … + 512) / 2 s for the first ten attempts and
 * 600 / 2 s for each of the other 100, 8.5 hours in all. The record of outages has the limits that these numbers respect.
 */
const TRANSIENT_RETRY: sfn.RetryProps = {
  errors: TRANSIENT_ERRORS,
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxAttempts: 110,
  maxDelay: Duration.minutes(10),
  jitterStrategy: sfn.JitterType.FULL,
};

/**
 * Retries a function whose process has ended for half an hour: no dependency that is down ends it.
 *
 * The delays are (30 + 60 + … + 480) / 2 s and 4 × 600 / 2 s on average, 28 minutes in all. https://repost.aws/knowledge-center/lambda-runtime-error
 */
const CRASH_RETRY: sfn.RetryProps = {
  errors: ['Runtime.ExitError'],
  interval: Duration.seconds(30),
  backoffRate: 2,
  maxAttempts: 9,
  maxDelay: Duration.minutes(10),
  jitterStrategy: sfn.JitterType.FULL,
};

/** Retries the invocation of a function that was idle for weeks: Lambda needs up to two minutes to restore it. https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html */
const WAKE_UP_RETRY: sfn.RetryProps = {
  errors: [
    'Lambda.CodeArtifactUserPendingException',
    'Lambda.CodeArtifactUserDeletedException',
    'Lambda.ResourceNotReadyException',
    'Lambda.ENINotReadyException',
    'Lambda.EC2ThrottledException',
  ],
  interval: Duration.seconds(15),
  backoffRate: 1,
  maxAttempts: 10,
};

/** Adds the retries of every task; the first one that names an error applies. */
export function addRetries(task: sfn.TaskStateBase, except: readonly string[] = []): void {
  const errors = TRANSIENT_ERRORS.filter((error) => !except.includes(error));
  task.addRetry(WAKE_UP_RETRY);
  task.addRetry(CRASH_RETRY);
  task.addRetry({ ...TRANSIENT_RETRY, errors });
}

/** Properties for a `WorkflowTask`. */
export interface WorkflowTaskProps {
  /** The function of the step. */
  readonly handler: lambda.IFunction;
  /**
   * Input of the function, in addition to the order's id.
   *
   * @default - nothing
   */
  readonly payload?: Record<string, unknown>;
  /**
   * The path of the function's result in the state.
   *
   * @default - `$.` and the id of the task, with a lower-case first letter
   */
  readonly resultPath?: string;
}

/** A step of the order workflow: a function with a time-out that is retried after transient errors, for hours if necessary. */
export class WorkflowTask extends tasks.LambdaInvoke {
  constructor(scope: Construct, id: string, { handler, payload, resultPath }: WorkflowTaskProps) {
    super(scope, id, {
      lambdaFunction: handler,
      payload: sfn.TaskInput.fromObject({ orderId: sfn.JsonPath.stringAt('$.orderId'), ...payload }),
      payloadResponseOnly: true,
      resultPath: resultPath ?? `$.${id[0]?.toLowerCase()}${id.slice(1)}`,
      taskTimeout: sfn.Timeout.duration(Duration.seconds(60)),
      retryOnServiceExceptions: false,
    });
    addRetries(this);
  }
}
