import { anApi } from './an-api.ts';

const { template } = anApi();
const [stage] = Object.values(template.findResources('AWS::ApiGateway::Stage'));
const line = JSON.parse(stage?.Properties.AccessLogSetting.Format);

test('the access log has the request, its caller of each kind, its result and the latency of each part, as JSON', () => {
  expect(line).toEqual({
    requestId: '$context.requestId',
    extendedRequestId: '$context.extendedRequestId',
    traceId: '$context.xrayTraceId',
    requestTime: '$context.requestTime',
    customer: '$context.authorizer.claims.sub',
    partner: '$context.authorizer.principalId',
    operator: '$context.identity.caller',
    apiKeyId: '$context.identity.apiKeyId',
    sourceIp: '$context.identity.sourceIp',
    method: '$context.httpMethod',
    route: '$context.resourcePath',
    status: '$context.status',
    error: '$context.error.responseType',
    responseLength: '$context.responseLength',
    responseLatency: '$context.responseLatency',
    integrationStatus: '$context.integrationStatus',
    integrationLatency: '$context.integrationLatency',
    authorizerLatency: '$context.authorizer.integrationLatency',
  });
});

test('the access log has no API key, token or body', () => {
  expect(Object.values(line)).not.toContain('$context.identity.apiKey');
  expect(JSON.stringify(line)).not.toMatch(/header|body|token/i);
});

test('every request is traced and measured, and failures are logged without bodies', () => {
  expect(stage?.Properties).toMatchObject({ StageName: 'v1', TracingEnabled: true });
  const settings: { ResourcePath: string }[] = stage?.Properties.MethodSettings;
  expect(settings.map(({ ResourcePath }) => ResourcePath)).toContain('/*');
  expect(settings).toEqual(
    settings.map(() =>
      expect.objectContaining({ MetricsEnabled: true, LoggingLevel: 'ERROR', DataTraceEnabled: false }),
    ),
  );
});

test('the stage authenticates to the payment provider by a certificate', () => {
  const [certificate] = Object.keys(template.findResources('AWS::ApiGateway::ClientCertificate'));
  template.hasResourceProperties('AWS::ApiGateway::Stage', { ClientCertificateId: { Ref: certificate } });
});

test('the execution log has the retention of every other log', () => {
  const [restApi] = Object.keys(template.findResources('AWS::ApiGateway::RestApi'));
  template.hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: { 'Fn::Join': ['', ['API-Gateway-Execution-Logs_', { Ref: restApi }, '/v1']] },
    RetentionInDays: 90,
  });
  const [logGroup] = Object.keys(template.findResources('AWS::Logs::LogGroup')).filter((id) =>
    id.includes('ExecutionLog'),
  );
  expect(stage?.DependsOn).toContain(logGroup);
});
