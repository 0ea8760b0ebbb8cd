import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SecretsManagerRotationEvent } from 'aws-lambda';
import { setting } from '../../platform/settings.ts';
import { requestTimeoutsFromEnvironment } from '../provider/payment-provider-from-environment.ts';
import { CredentialAuthority } from './credential-authority.ts';
import { SecretCredentialVersions } from './credential-versions.ts';
import { rotateCredential } from './rotate-credential.ts';

const client = new SecretsManagerClient();
const authority = new CredentialAuthority(setting('PAYMENT_PROVIDER_URL'), requestTimeoutsFromEnvironment());

export const handler = async (event: SecretsManagerRotationEvent): Promise<void> => {
  const versions = new SecretCredentialVersions(client, event.SecretId);
  await rotateCredential({ versions, authority }, event.Step, event.ClientRequestToken);
};
