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
  /** The payment provider's address, without a slash at its end. */
  readonly url: string;
}

/**
 * Asks the payment provider whether it works; it is told the stage's client certificate.
 *
 * A provider that does not answer within 5 seconds is answered by API Gateway itself (`INTEGRATION_TIMEOUT`).
 */
export class ProviderHealthIntegration extends Construct {
  /** For the method. */
  public readonly integration: apigateway.Integration;
  /** For the method. */
  public readonly methodOptions: ServiceMethodOptions;

  constructor(scope: Construct, id: string, { url, answerHeaders }: ProviderHealthIntegrationProps) {
    super(scope, id);
    const { integrationResponses, methodResponses } = answersOf(answerHeaders, [
      { ...UP, backendStatus: '200' },
      problemAnswer(503, 'The payment provider does not say that it works.'),
    ]);
    this.integration = new apigateway.HttpIntegration(`${url}/health`, {
      httpMethod: 'GET',
      proxy: false,
      options: { timeout: Duration.seconds(5), ...NO_BODY, integrationResponses },
    });
    this.methodOptions = { methodResponses };
  }
}
