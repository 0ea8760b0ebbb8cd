import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { answersOf } from './answers.ts';
import type { ServiceIntegrationProps, ServiceMethodOptions } from './service-integration.ts';

/** Headers that pages send and a browser does not let them without asking. Operators' signatures come from no page. */
const REQUEST_HEADERS = ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'X-Api-Key'];

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
          'Access-Control-Allow-Headers': REQUEST_HEADERS.join(','),
          'Access-Control-Allow-Methods': ['OPTIONS', ...methods].join(','),
          'Access-Control-Max-Age': String(MAX_AGE_SECONDS),
        },
      },
    ]);
    this.integration = new apigateway.MockIntegration({
      requestTemplates: { 'application/json': JSON.stringify({ statusCode: 204 }) },
      // A body of another type would be taken for the mock's instructions, and answered 500.
      passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
      integrationResponses,
    });
    this.methodOptions = { methodResponses };
  }
}
