import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { PlatformFunction } from '../../platform/platform-function.ts';
import type { StageConfig } from '../../stages/stage-config.ts';
import { methodParameters } from '../methods/method-parameters.ts';
import type { Operation } from '../operations/operation.ts';

/** Properties for a `RouteFunction`. */
export interface RouteFunctionProps {
  /** The stage the function belongs to. */
  readonly stage: StageConfig;
  /** The operation that the function serves; its entry has the same name. */
  readonly operation: Operation;
}

/** A function that serves an operation of the API. */
export class RouteFunction extends PlatformFunction {
  /** The proxy integration of the function. */
  public readonly integration: apigateway.Integration;

  constructor(scope: Construct, id: string, { stage, operation }: RouteFunctionProps) {
    super(scope, id, {
      stage,
      entry: `api/${operation.id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      description: operation.summary,
      environment: { ALLOWED_ORIGIN: stage.api.origin },
    });
    this.integration = new apigateway.LambdaIntegration(this, {
      allowTestInvoke: false,
      // Without keys the cache would give the same response to every request.
      ...(operation.cached && { cacheKeyParameters: Object.keys(methodParameters(operation)) }),
    });
  }
}
