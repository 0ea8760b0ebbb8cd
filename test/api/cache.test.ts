import { OPERATIONS } from '../../lib/api/operations/index.ts';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { validateStage } from '../../lib/stages/validate-stage.ts';
import { templatesOf } from '../platform/stage-template.ts';
import { methodsOf } from './an-api.ts';

const prodTemplate = templatesOf(prod)('api');

function apiStageOf(template: typeof prodTemplate) {
  const [stage] = Object.values(template.findResources('AWS::ApiGateway::Stage'));
  return stage?.Properties;
}

const cachedMethods = (template: typeof prodTemplate) =>
  apiStageOf(template)
    .MethodSettings.filter(({ CachingEnabled }: { CachingEnabled?: boolean }) => CachingEnabled !== false)
    .map(({ HttpMethod, ResourcePath }: Record<string, string>) => `${HttpMethod} ${ResourcePath}`);

test('a stage without a cache configuration has no cache cluster and caches no method', () => {
  const template = templatesOf(dev)('api');
  expect(apiStageOf(template)).not.toHaveProperty('CacheClusterEnabled');
  expect(cachedMethods(template)).toEqual([]);
});

test('a stage with a cache caches the two operations that read products, and no other', () => {
  expect(apiStageOf(prodTemplate)).toMatchObject({ CacheClusterEnabled: true, CacheClusterSize: '0.5' });
  expect(cachedMethods(prodTemplate).sort()).toEqual(['GET /~1products', 'GET /~1products~1{sku}']);
});

test('only operations for any API key are cached', () => {
  expect(OPERATIONS.filter(({ cached }) => cached).map(({ access }) => access.kind)).toEqual(['api-key', 'api-key']);
});

test('responses are cached encrypted and for 300 seconds', () => {
  const cached = apiStageOf(prodTemplate).MethodSettings.filter(
    ({ CachingEnabled }: { CachingEnabled: boolean }) => CachingEnabled,
  );
  const expected = expect.objectContaining({ CacheTtlInSeconds: 300, CacheDataEncrypted: true });
  expect(cached).toEqual([expected, expected]);
});

test('responses are cached for 300 seconds by default and for an hour at most', () => {
  const cached = (ttlSeconds?: number) =>
    ({ ...prod, api: { ...prod.api, cache: { sizeGb: '0.5', ...(ttlSeconds && { ttlSeconds }) } } }) as StageConfig;
  expect(validateStage(cached()).api.cache).toEqual({ sizeGb: '0.5', ttlSeconds: 300 });
  expect(() => validateStage(cached(3_601))).toThrow(/api\.cache\.ttlSeconds: received 3601, expected .*<=3600/);
});

test('the cache has an entry for each product and for each page', () => {
  const methods = methodsOf(prodTemplate);
  expect(methods.getProduct.Integration.CacheKeyParameters).toEqual(['method.request.path.sku']);
  expect(methods.listProducts.Integration.CacheKeyParameters).toEqual([
    'method.request.querystring.limit',
    'method.request.querystring.cursor',
  ]);
});

test.each(['PutProduct', 'PatchProduct', 'DeleteProduct'])(
  '%s is one of three functions that may flush the cache',
  (changer) => {
    const policies = Object.entries(prodTemplate.findResources('AWS::IAM::Policy')).filter(([, policy]) =>
      JSON.stringify(policy).includes('apigateway:DELETE'),
    );
    expect(policies).toHaveLength(3);
    const [, policy] = policies.find(([id]) => id.includes(changer)) ?? [];
    expect(JSON.stringify(policy?.Properties.PolicyDocument)).toContain('/stages/v1/cache/data');
  },
);
