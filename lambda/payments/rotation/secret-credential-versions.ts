import {
  DescribeSecretCommand,
  GetRandomPasswordCommand,
  GetSecretValueCommand,
  type GetSecretValueCommandInput,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { CREDENTIAL_PASSWORD, type CredentialVersions } from './rotate-credential.ts';

/** The versions of the secret in Secrets Manager. */
export class SecretCredentialVersions implements CredentialVersions {
  readonly #client: SecretsManagerClient;
  readonly #secretId: string;

  constructor(client: SecretsManagerClient, secretId: string) {
    this.#client = client;
    this.#secretId = secretId;
  }

  async stagesOf(versionId: string): Promise<readonly string[] | undefined> {
    return (await this.#stages())[versionId];
  }

  async current(): Promise<string> {
    const current = await this.#value({ VersionStage: 'AWSCURRENT' });
    if (!current) throw new Error(`the secret ${this.#secretId} has no current version`);
    return current;
  }

  find(versionId: string): Promise<string | undefined> {
    return this.#value({ VersionId: versionId, VersionStage: 'AWSPENDING' });
  }

  async createPending(versionId: string): Promise<void> {
    const { RandomPassword } = await this.#client.send(new GetRandomPasswordCommand(CREDENTIAL_PASSWORD));
    await this.#client.send(
      new PutSecretValueCommand({
        SecretId: this.#secretId,
        ClientRequestToken: versionId,
        SecretString: RandomPassword,
        VersionStages: ['AWSPENDING'],
      }),
    );
  }

  async promote(versionId: string): Promise<void> {
    const current = Object.entries(await this.#stages()).find(([, stages]) => stages.includes('AWSCURRENT'));
    await this.#client.send(
      new UpdateSecretVersionStageCommand({
        SecretId: this.#secretId,
        VersionStage: 'AWSCURRENT',
        MoveToVersionId: versionId,
        RemoveFromVersionId: current?.[0],
      }),
    );
  }

  async #stages(): Promise<Record<string, string[]>> {
    const { VersionIdsToStages } = await this.#client.send(new DescribeSecretCommand({ SecretId: this.#secretId }));
    return VersionIdsToStages ?? {};
  }

  async #value(version: Omit<GetSecretValueCommandInput, 'SecretId'>): Promise<string | undefined> {
    try {
      const { SecretString } = await this.#client.send(
        new GetSecretValueCommand({ SecretId: this.#secretId, ...version }),
      );
      return SecretString;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }
}
