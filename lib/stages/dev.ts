import type { StageConfig } from './stage-config.ts';

/** A stage to try things in: small, cheap, and gone without a trace when it is destroyed. */
export const dev: StageConfig = {
  name: 'dev',
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
  retention: { logDays: 7, idempotencyKeyDays: 1, noticeDays: 30, noncurrentDocumentDays: 7, streamHours: 24 },
  approval: { threshold: 100_000, timeoutMinutes: 60 },
  screening: { limit: 5_000_000 },
  payments: {
    provider: { kind: 'sandbox' },
    connectTimeoutMs: 1_000,
    totalTimeoutMs: 3_000,
    credentialRotationDays: 7,
  },
  throttle: { requestsPerSecond: 50, burst: 100 },
  stream: { mode: 'provisioned', shards: 1 },
  deployWith: 'bootstrap-roles',
};
