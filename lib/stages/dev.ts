import type { StageConfig } from './stage-config.ts';

/** The stage for development: small and cheap, and deleted with all its data when it is destroyed. */
export const dev: StageConfig = {
  name: 'dev',
  servesCustomers: false,
  region: 'eu-central-1',
  replicaRegion: 'eu-west-1',
  owner: 'order-platform-team',
  network: {
    vpcRange: '10.2.0.0/16',
    zones: [
      { name: 'eu-central-1a', publicRange: '10.2.0.0/24', privateRange: '10.2.10.0/24' },
      { name: 'eu-central-1b', publicRange: '10.2.1.0/24', privateRange: '10.2.11.0/24' },
    ],
    natGateways: 1,
    ipv6: false,
  },
  dataRemoval: 'destroy',
  terminationProtection: false,
  retention: {
    logDays: 7,
    idempotencyKeyDays: 1,
    noticeDays: 30,
    noncurrentDocumentDays: 7,
    streamHours: 24,
    decisionYears: 1,
  },
  approval: { timeoutMinutes: 60, priceReviewDays: 7, linkedCustomers: {} },
  currencies: { EUR: { approvalThreshold: 1_000, fraudLimit: 50_000 } },
  payments: {
    provider: { kind: 'sandbox' },
    connectTimeoutMs: 1_000,
    totalTimeoutMs: 3_000,
    credentialRotationDays: 7,
  },
  api: {
    origin: 'http://localhost:5173',
    // An example: replace it with the addresses that your operators call from. https://www.rfc-editor.org/rfc/rfc5737
    operators: { addressRanges: ['203.0.113.0/24'], accounts: [] },
    usagePlans: {
      webShops: {
        requestsPerSecond: 50,
        burst: 100,
        quota: { requests: 100_000, period: 'DAY' },
        importedKeyIds: [],
      },
      partners: { requestsPerSecond: 10, burst: 20, quota: { requests: 10_000, period: 'DAY' }, importedKeyIds: [] },
    },
  },
  signIn: {
    mfa: 'optional',
    callbackUrls: ['http://localhost:5173/signed-in'],
    logoutUrls: ['http://localhost:5173/'],
    passwordSignIn: true,
    federation: [],
  },
  partners: {
    // An example: replace it with the address of your partners' identity provider. https://www.rfc-editor.org/rfc/rfc2606
    issuer: 'https://partners.example.com',
    audience: 'order-platform-dev',
    keySet: { kind: 'secret' },
    authorizerCacheSeconds: 60,
  },
  throttle: { requestsPerSecond: 50, burst: 100 },
  stream: { mode: 'provisioned', shards: 1 },
  logExecutionData: true,
};
