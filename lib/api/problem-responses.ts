import * as apigateway from 'aws-cdk-lib/aws-apigateway';

const HEADERS = { 'Content-Type': "'application/problem+json'" };

/** Gives the gateway's own refusals the form of the handlers': problem documents. */
export function addProblemResponses(api: apigateway.RestApi): void {
  const { DEFAULT_4XX, DEFAULT_5XX, BAD_REQUEST_BODY, BAD_REQUEST_PARAMETERS } = apigateway.ResponseType;
  for (const type of [DEFAULT_4XX, DEFAULT_5XX]) {
    api.addGatewayResponse(type.responseType, { type, responseHeaders: HEADERS, templates: template() });
  }
  for (const type of [BAD_REQUEST_BODY, BAD_REQUEST_PARAMETERS]) {
    api.addGatewayResponse(type.responseType, {
      type,
      statusCode: '400',
      responseHeaders: HEADERS,
      templates: template({ errors: '"$context.error.validationErrorString"' }),
    });
  }
}

/**
 * A template of the gateway, in which `messageString` brings its own quotes.
 *
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
function template(more: Record<string, string> = {}): Record<string, string> {
  const members = {
    type: '"about:blank"',
    title: '"$context.error.responseType"',
    detail: '$context.error.messageString',
    ...more,
    requestId: '"$context.requestId"',
  };
  const body = Object.entries(members).map(([name, value]) => `"${name}":${value}`);
  return { 'application/json': `{${body.join(',')}}` };
}
