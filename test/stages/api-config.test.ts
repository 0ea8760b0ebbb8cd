import type { ApiConfig } from '../../lib/stages/api-config.ts';
import { prod } from '../../lib/stages/prod.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { validateStage } from '../../lib/stages/validate-stage.ts';

const withApi = (api: object): StageConfig => ({ ...prod, api: { ...prod.api, ...api } as ApiConfig });
const operators = (different: object) => ({
  operators: { addressRanges: ['192.0.2.0/24'], accounts: [], ...different },
});

test.each([
  '*',
  'https://*.example.com',
  'http://shop.example.com',
  'https://shop.example.com/cart',
  'https://shop.example.com?from=cart',
  "https://shop.example.com'",
  'shop',
])('%s is refused as the origin', (origin) => {
  expect(() => validateStage(withApi({ origin }))).toThrow(
    `api.origin: received "${origin}", expected one origin, such as https://shop.example.com, without a path`,
  );
});

test.each(['https://shop.example.com', 'https://shop.example.com:8443', 'http://localhost:5173'])(
  '%s is accepted as the origin',
  (origin) => {
    expect(validateStage(withApi({ origin })).api.origin).toBe(origin);
  },
);

test.each(['0.0.0.0/0', '10.0.0.1/8', '10.0.0.0', 'office'])(
  '%s is refused as an address range of operators',
  (range) => {
    expect(() => validateStage(withApi(operators({ addressRanges: [range] })))).toThrow(
      `api.operators.addressRanges[0]: received "${range}", expected an IPv4 range in CIDR notation`,
    );
  },
);

test('operators need at least one address range', () => {
  expect(() => validateStage(withApi(operators({ addressRanges: [] })))).toThrow('api.operators.addressRanges');
});

test('the accounts of operators are account ids', () => {
  expect(() => validateStage(withApi(operators({ accounts: ['me'] })))).toThrow(
    'api.operators.accounts[0]: received "me", expected an AWS account id of 12 digits',
  );
});

test('a cache has one of the sizes of API Gateway', () => {
  expect(() => validateStage(withApi({ cache: { sizeGb: '1', ttlSeconds: 300 } }))).toThrow(
    /api\.cache\.sizeGb: received "1", expected .*"0\.5"/,
  );
});

test.each(['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'])(
  '%s GB are accepted as the size of the cache',
  (sizeGb) => {
    expect(validateStage(withApi({ cache: { sizeGb } })).api.cache?.sizeGb).toBe(sizeGb);
  },
);

test('a cache of another size is refused', () => {
  expect(() => validateStage(withApi({ cache: { sizeGb: '1' } }))).toThrow('api.cache.sizeGb: received "1"');
});
