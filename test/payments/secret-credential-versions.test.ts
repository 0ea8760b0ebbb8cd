import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SecretCredentialVersions } from '../../lambda/payments/rotation/secret-credential-versions.ts';
import type { HttpRequest } from '../aws/http.ts';
import { jsonAnswer, jsonRequest } from '../aws/json-protocol.ts';
import { ServiceError } from '../aws/service-error.ts';

interface Version {
  readonly text?: string;
  readonly stages: string[];
}
type Input = Readonly<Record<string, string>> & { readonly VersionStages: string[] };

/** A secret during a rotation: the first version is the current one, the second one is pending and has no value. */
function rotatedSecret() {
  const versions: Record<string, Version> = {
    first: { text: 'before', stages: ['AWSCURRENT'] },
    second: { stages: ['AWSPENDING'] },
  };
  const inputs: Input[] = [];
  const operations: Record<string, (input: Input) => object> = {
    DescribeSecret: () => ({
      VersionIdsToStages: Object.fromEntries(Object.entries(versions).map(([id, { stages }]) => [id, stages])),
    }),
    GetRandomPassword: () => ({ RandomPassword: 'after' }),
    GetSecretValue: ({ VersionId, VersionStage = '' }) => {
      const found = Object.entries(versions).find(
        ([id, { text, stages }]) => text && (VersionId ?? id) === id && stages.includes(VersionStage),
      );
      if (!found) throw new ServiceError('ResourceNotFoundException', 'there is no such version');
      return { SecretString: found[1].text };
    },
    PutSecretValue: ({ ClientRequestToken = '', SecretString = '', VersionStages = ['AWSCURRENT'] }) => {
      versions[ClientRequestToken] = { text: SecretString, stages: VersionStages };
      return {};
    },
    UpdateSecretVersionStage: ({ VersionStage = '', MoveToVersionId = '', RemoveFromVersionId = '' }) => {
      versions[RemoveFromVersionId]?.stages.splice(0, 1, 'AWSPREVIOUS');
      versions[MoveToVersionId]?.stages.push(VersionStage);
      return {};
    },
  };
  const client = new SecretsManagerClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: {
      handle: async (request: HttpRequest) => {
        const { operation, input } = jsonRequest(request);
        inputs.push(input as Input);
        return { response: await jsonAnswer(() => operations[operation]?.(input as Input) ?? {}) };
      },
    },
  });
  return { secret: new SecretCredentialVersions(client, 'the-secret'), versions, inputs };
}

test('a new credential is pending, and the previous one stays current until it is promoted', async () => {
  const { secret, versions } = rotatedSecret();
  expect(await secret.find('second')).toBeUndefined();
  await secret.createPending('second');
  expect([await secret.find('second'), await secret.current()]).toEqual(['after', 'before']);

  await secret.promote('second');
  expect(await secret.current()).toBe('after');
  expect(versions.first?.stages).toEqual(['AWSPREVIOUS']);
  expect(await secret.stagesOf('second')).toEqual(['AWSPENDING', 'AWSCURRENT']);
});

test('a version that does not exist has no stages and no credential', async () => {
  const { secret } = rotatedSecret();
  expect([await secret.stagesOf('third'), await secret.find('third')]).toEqual([undefined, undefined]);
});

test('every request names the secret, and a credential has 48 letters and digits', async () => {
  const { secret, inputs } = rotatedSecret();
  await secret.createPending('second');
  await secret.promote('second');
  await secret.find('second');
  expect(inputs.filter(({ SecretId }) => SecretId !== 'the-secret')).toEqual([
    { PasswordLength: 48, ExcludePunctuation: true },
  ]);
});
