import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { type Binding, type BoundEntry, binding } from '../../platform/binding.ts';
import { PlatformFunction } from '../../platform/platform-function.ts';
import type { StageConfig } from '../../stages/stage-config.ts';
import { methodParameters } from '../methods/method-parameters.ts';
import type { Operation } from '../operations/operation.ts';

/** Properties for a `RouteFunction`. */
export interface RouteFunctionProps {
  /** The stage the function belongs to. */
  readonly stage: StageConfig;
  /** The operation that the function answers. */
  readonly operation: Operation;
  /** The handler, with the permissions it needs. */
  readonly entry: BoundEntry;
}

/** The setting of every function of the API: the origin whose pages may call it. */
export function allowedOrigin({ api }: StageConfig): Binding<'ALLOWED_ORIGIN'> {
  return binding({ ALLOWED_ORIGIN: api.origin });
}

/** A function that serves an operation of the API. */
export class RouteFunction extends PlatformFunction {
  /** The proxy integration of the function. */
  public readonly integration: apigateway.Integration;

  constructor(scope: Construct, id: string, { stage, operation, entry }: RouteFunctionProps) {
    super(scope, id, {
      stage,
      entry,
      description: operation.summary,
    });
    this.integration = new apigateway.LambdaIntegration(this, {
      allowTestInvoke: false,
      // Without cache keys, every request would get the same response.
      ...(operation.cached && { cacheKeyParameters: Object.keys(methodParameters(operation)) }),
    });
  }
}
