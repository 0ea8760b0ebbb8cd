import * as apigateway from 'aws-cdk-lib/aws-apigateway';

/** Options of an integration without a request body: a body of any type is not passed on. */
export const NO_BODY = {
  requestTemplates: { 'application/json': '## The body of the request ends here.' },
  passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
} satisfies apigateway.IntegrationOptions;
