import type { StageConfig } from './stage-config.ts';

/** The stage that customers use. Every field is spelled out, so that none inherits another stage's value. */
export const prod: StageConfig = {
  name: 'prod',
  servesCustomers: true,
  // AWS's example account: replace it with your own. https://docs.aws.amazon.com/accounts/latest/reference/
  account: '111122223333',
  region: 'eu-central-1',
  replicaRegion: 'eu-west-1',
  owner: 'order-platform-team',
  network: {
    vpcRange: '10.1.0.0/16',
    zones: [
      { name: 'eu-central-1a', publicRange: '10.1.0.0/24', privateRange: '10.1.10.0/24' },
      { name: 'eu-central-1b', publicRange: '10.1.1.0/24', privateRange: '10.1.11.0/24' },
      { name: 'eu-central-1c', publicRange: '10.1.2.0/24', privateRange: '10.1.12.0/24' },
    ],
    natGateways: 3,
    ipv6: false,
  },
  dataRemoval: 'retain',
  terminationProtection: true,
  retention: {
    logDays: 90,
    idempotencyKeyDays: 7,
    noticeDays: 365,
    noncurrentDocumentDays: 365,
    streamHours: 168,
    decisionYears: 10,
  },
  approval: { timeoutMinutes: 1_440, priceReviewDays: 30, linkedCustomers: {} },
  currencies: { EUR: { approvalThreshold: 1_000, fraudLimit: 50_000 } },
  payments: {
    // An example: replace it with your provider's address. https://www.rfc-editor.org/rfc/rfc2606
    provider: { kind: 'provider', url: 'https://payments.example.com/v1' },
    connectTimeoutMs: 1_000,
    totalTimeoutMs: 5_000,
    credentialRotationDays: 30,
  },
  api: {
    // An example: replace it with your shop's address.
    origin: 'https://shop.example.com',
    cache: { sizeGb: '0.5', ttlSeconds: 300 },
    // An example: replace it with the addresses that your operators call from. https://www.rfc-editor.org/rfc/rfc5737
    operators: { addressRanges: ['203.0.113.0/24'], accounts: [] },
    usagePlans: {
      webShops: {
        requestsPerSecond: 500,
        burst: 1_000,
        quota: { requests: 10_000_000, period: 'DAY' },
        importedKeyIds: [],
      },
      partners: { requestsPerSecond: 50, burst: 100, quota: { requests: 100_000, period: 'DAY' }, importedKeyIds: [] },
    },
  },
  signIn: {
    mfa: 'optional',
    callbackUrls: ['https://shop.example.com/signed-in'],
    logoutUrls: ['https://shop.example.com/'],
    passwordSignIn: false,
    federation: [],
  },
  partners: {
    // An example: replace it with the address of your partners' identity provider.
    issuer: 'https://partners.example.com',
    audience: 'order-platform',
    keySet: { kind: 'jwks', url: 'https://partners.example.com/.well-known/jwks.json' },
    authorizerCacheSeconds: 60,
  },
  throttle: { requestsPerSecond: 1_000, burst: 2_000 },
  stream: { mode: 'on-demand' },
  logExecutionData: false,
};
