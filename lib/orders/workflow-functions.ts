import type * as lambda from 'aws-cdk-lib/aws-lambda';

/** The functions that do the steps of the order workflow. */
export interface WorkflowFunctions {
  readonly reserveStock: lambda.IFunction;
  readonly screenForFraud: lambda.IFunction;
  readonly requestApproval: lambda.IFunction;
  readonly expireApproval: lambda.IFunction;
  readonly chargePayment: lambda.IFunction;
  readonly recordCharge: lambda.IFunction;
  readonly startShipping: lambda.IFunction;
  readonly createShipment: lambda.IFunction;
  readonly cancelShipments: lambda.IFunction;
  readonly voidPayment: lambda.IFunction;
  readonly refundPayment: lambda.IFunction;
  readonly recordOutcome: lambda.IFunction;
  readonly compensateOrder: lambda.IFunction;
  readonly needAttention: lambda.IFunction;
}
