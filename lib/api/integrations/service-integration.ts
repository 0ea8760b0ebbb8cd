import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Headers } from '../answers/static-headers.ts';

/** Properties that every integration has. */
export interface ServiceIntegrationProps {
  /** The headers of every answer, whatever its status. */
  readonly answerHeaders: Headers;
}

/** What a method must be told besides its integration. */
export type ServiceMethodOptions = Pick<apigateway.MethodOptions, 'requestParameters' | 'methodResponses'>;
