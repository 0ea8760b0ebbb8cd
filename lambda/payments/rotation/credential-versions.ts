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
import { CREDENTIAL_PASSWORD } from './credential-password.ts';

/** The versions of the payment credential, each with the stages it is in. */
export interface CredentialVersions {
  /** The stages of a version; nothing where there is no such version. */
  stagesOf(versionId: string): Promise<readonly string[] | undefined>;
  /** The credential that is current. */
  current(): Promise<string>;
  /** The credential of a version that is pending; nothing where it has none yet. */
  find(versionId: string): Promise<string | undefined>;
  /** Gives a pending version a new random credential. */
  createPending(versionId: string): Promise<void>;
  /** Makes a version the current one, and the current one the previous. */
  promote(versionId: string): Promise<void>;
}

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
