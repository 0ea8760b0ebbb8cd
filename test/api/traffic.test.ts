import { Match } from 'aws-cdk-lib/assertions';
import { prod } from '../../lib/stages/prod.ts';
import { validateStage } from '../../lib/stages/validate-stage.ts';
import { anApi } from './an-api.ts';

const { template } = anApi();

interface MethodSetting {
  readonly ResourcePath: string;
  readonly HttpMethod: string;
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

function settingsOf(stage = prod): MethodSetting[] {
  const [apiStage] = Object.values(anApi({ stage }).template.findResources('AWS::ApiGateway::Stage'));
  return apiStage?.Properties.MethodSettings;
}

test('throttling is 1,000 requests per second with bursts of 2,000 by default', () => {
  const { throttle: _, ...silent } = prod;
  expect(validateStage(silent as typeof prod).throttle).toEqual({ requestsPerSecond: 1_000, burst: 2_000 });
});

test('every method has the throttling of the stage', () => {
  const throttle = { requestsPerSecond: 70, burst: 140 };
  expect(settingsOf({ ...prod, throttle })).toContainEqual(
    expect.objectContaining({
      ResourcePath: '/*',
      HttpMethod: '*',
      ThrottlingRateLimit: 70,
      ThrottlingBurstLimit: 140,
    }),
  );
});

test('an operation may have its own throttling, with the logs and metrics of the others', () => {
  const operations = { placeOrder: { requestsPerSecond: 5, burst: 10 } };
  expect(settingsOf({ ...prod, throttle: { ...prod.throttle, operations } })).toContainEqual(
    expect.objectContaining({
      ResourcePath: '/~1orders',
      HttpMethod: 'POST',
      ThrottlingRateLimit: 5,
      ThrottlingBurstLimit: 10,
      LoggingLevel: 'ERROR',
      MetricsEnabled: true,
      CachingEnabled: false,
    }),
  );
});

test('throttling an unknown operation fails synthesis', () => {
  const operations = { placeOrders: { requestsPerSecond: 5, burst: 10 } };
  expect(() => anApi({ stage: { ...prod, throttle: { ...prod.throttle, operations } } })).toThrow(
    /'throttle.operations' must name operations .*placeOrder.*got "placeOrders"/,
  );
});

test.each([
  ['webShops', 500, 1_000, 10_000_000],
  ['partners', 50, 100, 100_000],
])('the usage plan of %s has a rate limit and a daily quota', (name, rate, burst, requests) => {
  template.hasResourceProperties('AWS::ApiGateway::UsagePlan', {
    UsagePlanName: `prod-${name}`,
    Throttle: { RateLimit: rate, BurstLimit: burst },
    Quota: { Limit: requests, Period: 'DAY' },
    ApiStages: [{ Stage: Match.anyValue() }],
  });
});

test.each(['WebShop', 'Partner'])('the usage plan of %ss has an API key of its own', (id) => {
  const [plan] = Object.keys(template.findResources('AWS::ApiGateway::UsagePlan')).filter((each) => each.includes(id));
  const [key] = Object.keys(template.findResources('AWS::ApiGateway::ApiKey')).filter((each) => each.includes(id));
  template.hasResourceProperties('AWS::ApiGateway::UsagePlanKey', {
    UsagePlanId: { Ref: plan },
    KeyId: { Ref: key },
    KeyType: 'API_KEY',
  });
});

test('an existing API key is added to the usage plan by its id', () => {
  const { usagePlans } = prod.api;
  const webShops = { ...usagePlans.webShops, importedKeyIds: ['abc123'] };
  const { template } = anApi({ stage: { ...prod, api: { ...prod.api, usagePlans: { ...usagePlans, webShops } } } });
  template.hasResourceProperties('AWS::ApiGateway::UsagePlanKey', { KeyId: 'abc123' });
});
