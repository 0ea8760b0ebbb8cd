import * as apigateway from 'aws-cdk-lib/aws-apigateway';

/** For an integration that is asked without a body: what a caller sends as one, whatever its type, goes no further. */
export const NO_BODY = {
  requestTemplates: { 'application/json': '## The body of the request ends here.' },
  passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
} satisfies apigateway.IntegrationOptions;
