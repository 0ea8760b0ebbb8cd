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

/** A partner of a deployed stage, with an issuer of tokens whose key the stage trusts. */
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
   * A partner that is entitled to place orders, by a key of its own.
   *
   * The authorizer looks for keys it does not know every few seconds: the first request may come too early.
   *
   * @throws Error where the stage's keys are not the platform's to change, as in prod
   */
  static async of(stage: StageConfig, outputs: StackOutputs): Promise<DemoPartner> {
    if (stage.partners.keySet.kind !== 'secret') {
      throw new Error(
        `The demo's partner signs with a key of its own, which takes 'partners.keySet.kind' to be "secret", got "${stage.partners.keySet.kind}" in stage ${stage.name}.`,
      );
    }
    // Of this run alone, so that its end takes nothing from another run.
    const subject = `demo-partner-${randomUUID()}`;
    const partner = new DemoPartner(stage, outputs, subject, await PartnerTokens.of(stage.partners, subject));
    await Promise.all([partner.#changeKeys((keys) => withKey(keys, partner.tokens.key)), partner.record()]);
    return partner;
  }

  /** Records the partner, or what is different of it: not active, or entitled to something else. */
  async record(different: Partial<Partner> = {}): Promise<void> {
    const TableName = this.#outputs.get('PartnersTable');
    await this.#documents.send(
      new PutCommand({ TableName, Item: { subject: this.#subject, ...DEMO_PARTNER, ...different } }),
    );
  }

  /** A token that is revoked; one that was used before would go on working while the authorizer's answer is kept. */
  async revokedToken(): Promise<string> {
    const tokenId = randomUUID();
    const expiresAt = Math.floor(Date.now() / 1_000) + 3_600;
    const TableName = this.#outputs.get('RevokedPartnerTokensTable');
    await this.#documents.send(new PutCommand({ TableName, Item: { tokenId, expiresAt } }));
    return this.tokens.sign({ jti: tokenId });
  }

  /** Takes the partner and its key away again. */
  async leave(): Promise<void> {
    const TableName = this.#outputs.get('PartnersTable');
    await Promise.all([
      this.#changeKeys((keys) => withoutKey(keys, this.tokens.key)),
      this.#documents.send(new DeleteCommand({ TableName, Key: { subject: this.#subject } })),
    ]);
  }

  /** Not for two at the same instant: Secrets Manager keeps the later of two values, and one key would be missing. */
  async #changeKeys(change: (keys: JSONWebKeySet) => JSONWebKeySet): Promise<void> {
    const secrets = new SecretsManagerClient({ region: this.#stage.region });
    const SecretId = this.#outputs.get('PartnerKeySetSecret');
    const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
    const keySet = change(JSON.parse(SecretString));
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify(keySet) }));
  }
}
