import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { answersOf } from '../answers/integration-answers.ts';
import { OPERATIONS } from '../operations/index.ts';
import { requestHeaders } from '../operations/request-headers.ts';
import { mockIntegration } from './mock-integration.ts';
import type { ServiceIntegrationProps, ServiceMethodOptions } from './service-integration.ts';

/** How long a browser need not ask again, in seconds: as long as Chromium takes. https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Access-Control-Max-Age */
const MAX_AGE_SECONDS = 7_200;

/** Properties for a `PreflightIntegration`. */
export interface PreflightIntegrationProps extends ServiceIntegrationProps {
  /** The methods of the path. */
  readonly methods: readonly string[];
}

/** Tells a browser which requests the pages of the one origin may send. */
export class PreflightIntegration extends Construct {
  /** For the method. */
  public readonly integration: apigateway.Integration;
  /** For the method. */
  public readonly methodOptions: ServiceMethodOptions;

  constructor(scope: Construct, id: string, { methods, answerHeaders }: PreflightIntegrationProps) {
    super(scope, id);
    const { integrationResponses, methodResponses } = answersOf(answerHeaders, [
      {
        status: 204,
        headers: {
          'Access-Control-Allow-Headers': requestHeaders(OPERATIONS).join(','),
          'Access-Control-Allow-Methods': ['OPTIONS', ...methods].join(','),
          'Access-Control-Max-Age': String(MAX_AGE_SECONDS),
        },
      },
    ]);
    this.integration = mockIntegration(204, integrationResponses);
    this.methodOptions = { methodResponses };
  }
}
