import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Partner } from '../../lambda/access/partners.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { PartnerTokens, withDemoKey } from './partner-tokens.ts';
import type { StackOutputs } from './stack-outputs.ts';

const DEMO_PARTNER: Partner = {
  subject: 'demo-partner',
  partnerId: 'demo',
  entitlements: ['placePartnerOrder'],
  active: true,
};

/** A partner of a deployed stage, with an issuer of tokens whose key the stage trusts. */
export class DemoPartner {
  /** Signs the partner's tokens. */
  readonly tokens: PartnerTokens;

  readonly #stage: StageConfig;
  readonly #outputs: StackOutputs;
  readonly #documents: DynamoDBDocumentClient;

  private constructor(stage: StageConfig, outputs: StackOutputs, tokens: PartnerTokens) {
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
    const partner = new DemoPartner(stage, outputs, await PartnerTokens.of(stage.partners, DEMO_PARTNER.subject));
    await Promise.all([partner.#trustKey(), partner.record()]);
    return partner;
  }

  /** Records the partner, or what is different of it: not active, or entitled to something else. */
  async record(different: Partial<Partner> = {}): Promise<void> {
    const TableName = this.#outputs.get('PartnersTable');
    await this.#documents.send(new PutCommand({ TableName, Item: { ...DEMO_PARTNER, ...different } }));
  }

  /** A token that is revoked; one that was used before would go on working while the authorizer's answer is kept. */
  async revokedToken(): Promise<string> {
    const tokenId = randomUUID();
    const expiresAt = Math.floor(Date.now() / 1_000) + 3_600;
    const TableName = this.#outputs.get('RevokedPartnerTokensTable');
    await this.#documents.send(new PutCommand({ TableName, Item: { tokenId, expiresAt } }));
    return this.tokens.sign({ jti: tokenId });
  }

  async #trustKey(): Promise<void> {
    const secrets = new SecretsManagerClient({ region: this.#stage.region });
    const SecretId = this.#outputs.get('PartnerKeySetSecret');
    const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
    const keySet = withDemoKey(JSON.parse(SecretString), this.tokens.key);
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify(keySet) }));
  }
}
