import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Headers } from '../answers/static-headers.ts';

/** Properties of every integration. */
export interface ServiceIntegrationProps {
  /** The headers of every response. */
  readonly answerHeaders: Headers;
}

/** The options that a method needs besides its integration. */
export type ServiceMethodOptions = Pick<apigateway.MethodOptions, 'requestParameters' | 'methodResponses'>;
