import { GetSecretValueCommand, RotateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ulid } from 'ulid';
import { stackOutputs } from '../../client/stack-outputs.ts';
import { until } from '../../client/until.ts';
import type { PaymentCredential } from '../../lambda/payments/provider/payment-credential.ts';
import { chargeKey } from '../../lambda/payments/provider/payment-key.ts';
import { local } from '../../lib/stages/local.ts';
import { describePaymentProvider } from '../payments/payment-provider-contract.ts';
import { fixedCredential, PaymentsOverHttp } from '../payments/payments-over-http.ts';
import { PATIENCE } from './deployed.ts';

let url: string;
let secretId: string;
let current: string;

beforeAll(async () => {
  const outputs = await stackOutputs(local);
  url = outputs.get('PaymentSandboxUrl');
  secretId = outputs.get('PaymentCredentialSecret');
  current = await credentialIn(local.region);
});

async function credentialIn(region: string): Promise<string> {
  const client = new SecretsManagerClient({ region });
  const SecretId = secretId.replace(`:${local.region}:`, `:${region}:`);
  return (await client.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? '';
}

const payments = (credential: PaymentCredential) => new PaymentsOverHttp(url, credential, local.payments);

describePaymentProvider('the deployed sandbox', () => payments(fixedCredential(current)));

test('a rotated credential is valid at once, the previous one is refused, and callers read the new one', async () => {
  const before = current;
  await new SecretsManagerClient({ region: local.region }).send(new RotateSecretCommand({ SecretId: secretId }));
  current = await until('a new credential', PATIENCE, async () => {
    const credential = await credentialIn(local.region);
    return credential === before ? undefined : credential;
  });

  const status = async (credential: string) =>
    (await fetch(`${url}/credential`, { headers: { authorization: `Bearer ${credential}` } })).status;
  expect([await status(before), await status(current)]).toEqual([401, 204]);

  const cached = payments({ get: async () => before, refresh: () => credentialIn(local.region) });
  const charge = { key: chargeKey(ulid()), amount: 2_500, currency: 'EUR', token: 'tok_visa' };
  expect(await cached.charge(charge)).toMatchObject({ status: 'CHARGED' });
  expect(await credentialIn(local.replicaRegion)).toBe(current);
});
