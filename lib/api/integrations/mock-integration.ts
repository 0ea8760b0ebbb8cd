import * as apigateway from 'aws-cdk-lib/aws-apigateway';

/** An integration without a backend: the gateway itself gives the response of a status. */
export function mockIntegration(
  statusCode: number,
  integrationResponses: apigateway.IntegrationResponse[],
): apigateway.MockIntegration {
  return new apigateway.MockIntegration({
    requestTemplates: { 'application/json': JSON.stringify({ statusCode }) },
    // A body of another type would be taken for the mock's instructions, and answered 500.
    passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
    integrationResponses,
  });
}
