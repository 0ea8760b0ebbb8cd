import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SecretsManagerRotationEvent } from 'aws-lambda';
import { settingsOf } from '../../platform/settings.ts';
import { requestTimeouts } from '../provider/send-json.ts';
import { CredentialAuthority } from './credential-authority.ts';
import { rotateCredential, rotateCredentialEntry } from './rotate-credential.ts';
import { SecretCredentialVersions } from './secret-credential-versions.ts';

const settings = settingsOf(rotateCredentialEntry);
const client = new SecretsManagerClient();
const authority = new CredentialAuthority(settings.PAYMENT_PROVIDER_URL, requestTimeouts(settings));

export const handler = async (event: SecretsManagerRotationEvent): Promise<void> => {
  const versions = new SecretCredentialVersions(client, event.SecretId);
  await rotateCredential({ versions, authority }, event.Step, event.ClientRequestToken);
};
