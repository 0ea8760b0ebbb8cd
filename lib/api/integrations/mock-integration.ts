import * as apigateway from 'aws-cdk-lib/aws-apigateway';

/** An integration without a backend: API Gateway itself responds with a status. */
export function mockIntegration(
  statusCode: number,
  integrationResponses: apigateway.IntegrationResponse[],
): apigateway.MockIntegration {
  return new apigateway.MockIntegration({
    requestTemplates: { 'application/json': JSON.stringify({ statusCode }) },
    // API Gateway would read a body of another type as the template of the mock, and respond 500.
    passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
    integrationResponses,
  });
}
