import type { StageConfig } from './stage-config.ts';

/** The stage that serves customers, spelled out in full so that no field inherits another stage's value. */
export const prod: StageConfig = {
  name: 'prod',
  // AWS's example account: put your own here. https://docs.aws.amazon.com/accounts/latest/reference/
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
  retention: { logDays: 90, idempotencyKeyDays: 7, noticeDays: 365, noncurrentDocumentDays: 365, streamHours: 168 },
  approval: { threshold: 100_000, timeoutMinutes: 1_440 },
  screening: { limit: 5_000_000 },
  payments: {
    // An example: put your provider's address here. https://www.rfc-editor.org/rfc/rfc2606
    provider: { kind: 'provider', url: 'https://payments.example.com/v1' },
    connectTimeoutMs: 1_000,
    totalTimeoutMs: 5_000,
    credentialRotationDays: 30,
  },
  throttle: { requestsPerSecond: 1_000, burst: 2_000 },
  stream: { mode: 'on-demand' },
  deployWith: 'bootstrap-roles',
};
