import { Duration } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { answersOf } from '../answers/integration-answers.ts';
import { problemAnswer } from '../answers/problem-answer.ts';
import { UP } from './health-integration.ts';
import { NO_BODY } from './no-body.ts';
import type { ServiceIntegrationProps, ServiceMethodOptions } from './service-integration.ts';

/** Properties for a `ProviderHealthIntegration`. */
export interface ProviderHealthIntegrationProps extends ServiceIntegrationProps {
  /** The URL of the payment provider, without a slash at its end. */
  readonly url: string;
}

/**
 * Requests the health of the payment provider, with the stage's client certificate.
 *
 * If the provider does not respond within 5 seconds, API Gateway responds with `INTEGRATION_TIMEOUT`.
 */
export class ProviderHealthIntegration extends Construct {
  /** The integration of the method. */
  public readonly integration: apigateway.Integration;
  /** The other options of the method. */
  public readonly methodOptions: ServiceMethodOptions;

  constructor(scope: Construct, id: string, { url, answerHeaders }: ProviderHealthIntegrationProps) {
    super(scope, id);
    const { integrationResponses, methodResponses } = answersOf(answerHeaders, [
      { ...UP, backendStatus: '200' },
      problemAnswer(503, 'The payment provider is not healthy.'),
    ]);
    this.integration = new apigateway.HttpIntegration(`${url}/health`, {
      httpMethod: 'GET',
      proxy: false,
      options: { timeout: Duration.seconds(5), ...NO_BODY, integrationResponses },
    });
    this.methodOptions = { methodResponses };
  }
}
