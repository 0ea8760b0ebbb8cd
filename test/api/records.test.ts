import { Match } from 'aws-cdk-lib/assertions';
import { anApi } from './an-api.ts';

const { template } = anApi();
const [stage] = Object.values(template.findResources('AWS::ApiGateway::Stage'));
const line = JSON.parse(stage?.Properties.AccessLogSetting.Format);

test('a request is recorded as JSON with its caller, whoever that is, and how long each part took', () => {
  expect(line).toMatchObject({
    customer: '$context.authorizer.claims.sub',
    partner: '$context.authorizer.principalId',
    operator: '$context.identity.caller',
    apiKeyId: '$context.identity.apiKeyId',
    responseLatency: '$context.responseLatency',
    integrationLatency: '$context.integrationLatency',
    authorizerLatency: '$context.authorizer.integrationLatency',
  });
});

test('no API key, token or body is recorded', () => {
  expect(Object.values(line)).not.toContain('$context.identity.apiKey');
  expect(JSON.stringify(line)).not.toMatch(/header|body|token/i);
  template.hasResourceProperties('AWS::ApiGateway::Stage', {
    MethodSettings: Match.arrayWith([Match.objectLike({ DataTraceEnabled: false, ResourcePath: '/*' })]),
  });
});

test('every request is traced and measured, and failures are logged', () => {
  template.hasResourceProperties('AWS::ApiGateway::Stage', {
    StageName: 'v1',
    TracingEnabled: true,
    MethodSettings: Match.arrayWith([Match.objectLike({ MetricsEnabled: true, LoggingLevel: 'ERROR' })]),
  });
});

test('the payment provider knows the API by a certificate', () => {
  const [certificate] = Object.keys(template.findResources('AWS::ApiGateway::ClientCertificate'));
  template.hasResourceProperties('AWS::ApiGateway::Stage', { ClientCertificateId: { Ref: certificate } });
});

test('the log of what fails in the gateway is kept as long as every other, and not for ever', () => {
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
