import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { JSONWebKeySet } from 'jose';
import type { Partner } from '../lambda/access/partners.ts';
import type { StageConfig } from '../lib/stages/stage-config.ts';
import { PartnerTokens, withKey, withoutKey } from './partner-tokens.ts';
import type { StackOutputs } from './stack-outputs.ts';

const DEMO_PARTNER: Omit<Partner, 'subject'> = {
  partnerId: 'demo',
  entitlements: ['placePartnerOrder'],
  active: true,
};

/** A partner of a deployed stage, with a token issuer whose key the stage trusts. */
export class DemoPartner {
  /** Signs the partner's tokens. */
  readonly tokens: PartnerTokens;

  readonly #subject: string;
  readonly #stage: StageConfig;
  readonly #outputs: StackOutputs;
  readonly #documents: DynamoDBDocumentClient;

  private constructor(stage: StageConfig, outputs: StackOutputs, subject: string, tokens: PartnerTokens) {
    this.#subject = subject;
    this.#stage = stage;
    this.#outputs = outputs;
    this.tokens = tokens;
    this.#documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: stage.region }));
  }

  /**
   * Creates a partner that is entitled to place orders and signs with a key of its own.
   *
   * The authorizer reloads the key set every few seconds at most: the first requests may be refused.
   *
   * @throws Error if the stage reads the keys from the issuer's own address
   */
  static async of(stage: StageConfig, outputs: StackOutputs): Promise<DemoPartner> {
    if (stage.partners.keySet.kind !== 'secret') {
      throw new Error(
        `The demo's partner signs with a key of its own: 'partners.keySet.kind' must be "secret", got "${stage.partners.keySet.kind}" in stage ${stage.name}.`,
      );
    }
    // Belongs to this run alone, so that removing it affects no other run.
    const subject = `demo-partner-${randomUUID()}`;
    const partner = new DemoPartner(stage, outputs, subject, await PartnerTokens.of(stage.partners, subject));
    await Promise.all([partner.#changeKeys((keys) => withKey(keys, partner.tokens.key)), partner.record()]);
    return partner;
  }

  /** Writes the partner's record; `different` replaces fields. */
  async record(different: Partial<Partner> = {}): Promise<void> {
    const TableName = this.#outputs.get('PartnersTable');
    await this.#documents.send(
      new PutCommand({ TableName, Item: { subject: this.#subject, ...DEMO_PARTNER, ...different } }),
    );
  }

  /** Returns a revoked, unused token. A used one would be accepted until the authorizer's cache expires. */
  async revokedToken(): Promise<string> {
    const tokenId = randomUUID();
    const expiresAt = Math.floor(Date.now() / 1_000) + 3_600;
    const TableName = this.#outputs.get('RevokedPartnerTokensTable');
    await this.#documents.send(new PutCommand({ TableName, Item: { tokenId, expiresAt } }));
    return this.tokens.sign({ jti: tokenId });
  }

  /** Removes the partner and its key. */
  async leave(): Promise<void> {
    const TableName = this.#outputs.get('PartnersTable');
    await Promise.all([
      this.#changeKeys((keys) => withoutKey(keys, this.tokens.key)),
      this.#documents.send(new DeleteCommand({ TableName, Key: { subject: this.#subject } })),
    ]);
  }

  /** Not safe for concurrent runs: Secrets Manager keeps the later of two values, and one key would be lost. */
  async #changeKeys(change: (keys: JSONWebKeySet) => JSONWebKeySet): Promise<void> {
    const secrets = new SecretsManagerClient({ region: this.#stage.region });
    const SecretId = this.#outputs.get('PartnerKeySetSecret');
    const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
    const keySet = change(JSON.parse(SecretString));
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify(keySet) }));
  }
}
