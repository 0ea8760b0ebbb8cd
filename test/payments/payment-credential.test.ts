import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SecretPaymentCredential } from '../../lambda/payments/provider/payment-credential.ts';
import { jsonAnswer } from '../aws/json-protocol.ts';
import { ServiceError } from '../aws/service-error.ts';

/** A credential whose secret has these values, one for each read. */
function credentialOf(...values: (object | ServiceError)[]) {
  const next = () => {
    const value = values.shift() ?? new Error('read too often');
    if (value instanceof Error) throw value;
    return value;
  };
  const awsSdkV3Client = new SecretsManagerClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: { handle: async () => ({ response: await jsonAnswer(next) }) },
  });
  return new SecretPaymentCredential(new SecretsProvider({ awsSdkV3Client }), 'the-credential');
}

test('the credential is read once, and again on request: it may have been rotated', async () => {
  const credential = credentialOf({ SecretString: 'before' }, { SecretString: 'after' });
  expect([await credential.get(), await credential.get()]).toEqual(['before', 'before']);
  expect(await credential.refresh()).toBe('after');
  expect(await credential.get()).toBe('after');
});

test('an error has the name that the service gave it, by which the workflow retries', async () => {
  const credential = credentialOf(new ServiceError('ThrottlingException', 'Rate exceeded'));
  await expect(credential.get()).rejects.toMatchObject({ name: 'ThrottlingException' });
});

test('a secret that holds no text is refused by its name', async () => {
  await expect(credentialOf({ SecretBinary: 'AAAA' }).get()).rejects.toThrow('the secret the-credential holds no text');
});
