import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { answersOf } from '../answers/integration-answers.ts';
import { OPERATIONS } from '../operations/index.ts';
import { requestHeaders } from '../operations/request-headers.ts';
import { mockIntegration } from './mock-integration.ts';
import type { ServiceIntegrationProps, ServiceMethodOptions } from './service-integration.ts';

/** The seconds for which a browser caches the response: the maximum of Chromium. https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Access-Control-Max-Age */
const MAX_AGE_SECONDS = 7_200;

/** Properties for a `PreflightIntegration`. */
export interface PreflightIntegrationProps extends ServiceIntegrationProps {
  /** The methods of the path. */
  readonly methods: readonly string[];
}

/** Answers the preflight requests of browsers for the pages of the allowed origin. */
export class PreflightIntegration extends Construct {
  /** The integration of the method. */
  public readonly integration: apigateway.Integration;
  /** The other options of the method. */
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
