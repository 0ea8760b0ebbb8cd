import * as apigateway from 'aws-cdk-lib/aws-apigateway';

const { AccessLogField } = apigateway;

/** One line of JSON a request: who called what, what came of it, and how long it took. No token, key or body is in it. */
export const ACCESS_LOG_FORMAT = apigateway.AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    // By which the events of a web shop's request are known in the lake.
    extendedRequestId: AccessLogField.contextExtendedRequestId(),
    traceId: AccessLogField.contextXrayTraceId(),
    requestTime: AccessLogField.contextRequestTime(),
    customer: AccessLogField.contextAuthorizerClaims('sub'),
    partner: AccessLogField.contextAuthorizerPrincipalId(),
    operator: AccessLogField.contextIdentityCaller(),
    apiKeyId: AccessLogField.contextIdentityApiKeyId(),
    sourceIp: AccessLogField.contextIdentitySourceIp(),
    method: AccessLogField.contextHttpMethod(),
    route: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
    error: AccessLogField.contextErrorResponseType(),
    responseLength: AccessLogField.contextResponseLength(),
    responseLatency: AccessLogField.contextResponseLatency(),
    integrationStatus: AccessLogField.contextIntegrationStatus(),
    integrationLatency: AccessLogField.contextIntegrationLatency(),
    authorizerLatency: AccessLogField.contextAuthorizerIntegrationLatency(),
  }),
);
