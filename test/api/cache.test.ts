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

test('a stage without a cache has none, and no method is cached', () => {
  const template = templatesOf(dev)('api');
  expect(apiStageOf(template)).not.toHaveProperty('CacheClusterEnabled');
  expect(cachedMethods(template)).toEqual([]);
});

test('a stage with a cache caches the products, and nothing else', () => {
  expect(apiStageOf(prodTemplate)).toMatchObject({ CacheClusterEnabled: true, CacheClusterSize: '0.5' });
  expect(cachedMethods(prodTemplate).sort()).toEqual(['GET /~1products', 'GET /~1products~1{sku}']);
});

test("no customer's, partner's or operator's answer is ever cached", () => {
  expect(OPERATIONS.filter(({ cached }) => cached).map(({ access }) => access.kind)).toEqual(['api-key', 'api-key']);
});

test('what is cached is encrypted, and kept for 300 seconds', () => {
  const cached = apiStageOf(prodTemplate).MethodSettings.filter(
    ({ CachingEnabled }: { CachingEnabled: boolean }) => CachingEnabled,
  );
  for (const settings of cached) expect(settings).toMatchObject({ CacheTtlInSeconds: 300, CacheDataEncrypted: true });
});

test('an answer is kept for 300 seconds by default, and for an hour at most', () => {
  const cached = (ttlSeconds?: number) =>
    ({ ...prod, api: { ...prod.api, cache: { sizeGb: '0.5', ...(ttlSeconds && { ttlSeconds }) } } }) as StageConfig;
  expect(validateStage(cached()).api.cache).toEqual({ sizeGb: '0.5', ttlSeconds: 300 });
  expect(() => validateStage(cached(3_601))).toThrow(
    /api\.cache\.ttlSeconds.*3600.*3601|api\.cache\.ttlSeconds.*3601/s,
  );
});

test('an answer is kept for each product, and for each page, apart', () => {
  const methods = methodsOf(prodTemplate);
  expect(methods.getProduct.Integration.CacheKeyParameters).toEqual(['method.request.path.sku']);
  expect(methods.listProducts.Integration.CacheKeyParameters).toEqual([
    'method.request.querystring.limit',
    'method.request.querystring.cursor',
  ]);
});

test.each(['PutProduct', 'PatchProduct', 'DeleteProduct'])('%s may empty the cache, and nobody else may', (changer) => {
  const policies = Object.entries(prodTemplate.findResources('AWS::IAM::Policy')).filter(([, policy]) =>
    JSON.stringify(policy).includes('apigateway:DELETE'),
  );
  expect(policies).toHaveLength(3);
  const [, policy] = policies.find(([id]) => id.includes(changer)) ?? [];
  expect(JSON.stringify(policy?.Properties.PolicyDocument)).toContain('/stages/v1/cache/data');
});
