import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { validateStage } from '../../lib/stages/validate-stage.ts';

const withPayments = (stage: StageConfig, payments: object) => ({
  ...stage,
  payments: { ...stage.payments, ...payments },
});

test.each<[string, object, string]>([
  [
    'the sandbox in prod',
    withPayments(prod, { provider: { kind: 'sandbox' } }),
    'payments.provider.kind: received "sandbox", expected "provider": customers of prod pay real money',
  ],
  [
    'a provider without encryption',
    withPayments(prod, { provider: { kind: 'provider', url: 'http://payments.example.com' } }),
    'payments.provider.url: received "http://payments.example.com", expected a URL that starts with https://',
  ],
  [
    'a provider without an address',
    withPayments(prod, { provider: { kind: 'provider' } }),
    'payments.provider.url: received nothing, expected a URL that starts with https://',
  ],
  [
    'an unknown kind of provider',
    withPayments(dev, { provider: { kind: 'cash' } }),
    'payments.provider.kind: received ',
  ],
  [
    'a connection timeout as long as that of the request',
    withPayments(dev, { connectTimeoutMs: 3_000 }),
    'payments.connectTimeoutMs: received 3000, expected less than totalTimeoutMs, 3000',
  ],
  [
    'a timeout too long for the function that waits',
    withPayments(dev, { totalTimeoutMs: 60_000 }),
    'payments.totalTimeoutMs: received 60000',
  ],
  [
    'a credential that is never rotated',
    withPayments(dev, { credentialRotationDays: 0 }),
    'payments.credentialRotationDays: received 0',
  ],
])('refuses %s, with the field, the value and the expected value', (_, candidate, message) => {
  expect(() => validateStage(candidate)).toThrow(message);
});
