import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { type Answer, answersOf } from '../answers/integration-answers.ts';
import { mockIntegration } from './mock-integration.ts';
import type { ServiceIntegrationProps, ServiceMethodOptions } from './service-integration.ts';

/** The answer of what works. */
export const UP: Answer = {
  status: 200,
  body: JSON.stringify({ status: 'UP' }),
  headers: { 'Content-Type': 'application/json' },
};

/** Says that the API answers: nothing lies behind it. */
export class HealthIntegration extends Construct {
  /** For the method. */
  public readonly integration: apigateway.Integration;
  /** For the method. */
  public readonly methodOptions: ServiceMethodOptions;

  constructor(scope: Construct, id: string, { answerHeaders }: ServiceIntegrationProps) {
    super(scope, id);
    const { integrationResponses, methodResponses } = answersOf(answerHeaders, [UP]);
    this.integration = mockIntegration(200, integrationResponses);
    this.methodOptions = { methodResponses };
  }
}
