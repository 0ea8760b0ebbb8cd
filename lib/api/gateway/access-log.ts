import * as apigateway from 'aws-cdk-lib/aws-apigateway';

const { AccessLogField } = apigateway;

/** The access log: one line of JSON for each request, with its caller, route, result and latency; no token, key or body. */
export const ACCESS_LOG_FORMAT = apigateway.AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    // Identifies the records of the request in the lake.
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
