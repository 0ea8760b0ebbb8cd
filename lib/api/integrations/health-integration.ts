import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { type Answer, answersOf } from '../answers/integration-answers.ts';
import { mockIntegration } from './mock-integration.ts';
import type { ServiceIntegrationProps, ServiceMethodOptions } from './service-integration.ts';

/** The response of a health check that succeeds. */
export const UP: Answer = {
  status: 200,
  body: JSON.stringify({ status: 'UP' }),
  headers: { 'Content-Type': 'application/json' },
};

/** The health check of the API itself, without a backend. */
export class HealthIntegration extends Construct {
  /** The integration of the method. */
  public readonly integration: apigateway.Integration;
  /** The other options of the method. */
  public readonly methodOptions: ServiceMethodOptions;

  constructor(scope: Construct, id: string, { answerHeaders }: ServiceIntegrationProps) {
    super(scope, id);
    const { integrationResponses, methodResponses } = answersOf(answerHeaders, [UP]);
    this.integration = mockIntegration(200, integrationResponses);
    this.methodOptions = { methodResponses };
  }
}
